package org.openimr.local.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How long a GET of a running {@code serve} takes while many clients send one after another, each
 * on a connection of its own. Speaks HTTP by hand: a whole client library costs more than what is
 * measured, on the same two cores.
 *
 * <p>Arguments: the URL, a bearer token, clients, requests of each client that count. Each client
 * sends as many before that do not count. Prints milliseconds of the median, of 99 in 100, and of
 * the longest.
 */
public final class ApiLoad {
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double NANOS_PER_SECOND = 1e9;

  private ApiLoad() {}

  /** Measures and prints. */
  public static void main(String[] arguments) throws InterruptedException, ExecutionException {
    var url = URI.create(arguments[0]);
    byte[] request = request(url, arguments[1]).getBytes(StandardCharsets.US_ASCII);
    int clients = Integer.parseInt(arguments[2]);
    int counted = Integer.parseInt(arguments[3]);
    var all = new ArrayList<Future<long[]>>();
    long start = System.nanoTime();
    try (var threads = Executors.newFixedThreadPool(clients)) {
      for (int i = 0; i < clients; i++) {
        all.add(threads.submit(() -> times(url, request, counted)));
      }
    }
    print(clients, sorted(all), (System.nanoTime() - start) / NANOS_PER_SECOND);
  }

  private static String request(URI url, String token) {
    return String.join(
        "\r\n",
        "GET " + url.getRawPath() + " HTTP/1.1",
        "Host: " + url.getAuthority(),
        "Authorization: Bearer " + token,
        "",
        "");
  }

  private static long[] sorted(List<Future<long[]>> clients)
      throws InterruptedException, ExecutionException {
    var times = new ArrayList<Long>();
    for (var client : clients) {
      Arrays.stream(client.get()).forEach(times::add);
    }
    return times.stream().mapToLong(Long::longValue).sorted().toArray();
  }

  private static long[] times(URI url, byte[] request, int counted) throws IOException {
    var times = new long[counted];
    try (var socket = new Socket(url.getHost(), url.getPort())) {
      socket.setTcpNoDelay(true);
      var answers = new BufferedInputStream(socket.getInputStream());
      for (int i = -counted; i < counted; i++) {
        long start = System.nanoTime();
        socket.getOutputStream().write(request);
        read(answers);
        if (i >= 0) {
          times[i] = System.nanoTime() - start;
        }
      }
    }
    return times;
  }

  private static void read(InputStream answers) throws IOException {
    String status = line(answers);
    if (!status.contains(" 200 ")) {
      throw new IOException("answered " + status);
    }
    int length = 0;
    for (String header = line(answers); !header.isEmpty(); header = line(answers)) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring("content-length:".length()).strip());
      }
    }
    answers.skipNBytes(length);
  }

  private static String line(InputStream answers) throws IOException {
    var line = new StringBuilder();
    for (int c = answers.read(); c != '\n'; c = answers.read()) {
      if (c < 0) {
        throw new EOFException("the connection ended");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  private static void print(int clients, long[] nanos, double seconds) {
    System.out.printf(
        Locale.ROOT,
        "%d clients, %d requests, %.0f a second: p50 %.2f ms, p99 %.2f ms, longest %.2f ms%n",
        clients,
        nanos.length,
        2 * nanos.length / seconds,
        nanos[nanos.length / 2] / NANOS_PER_MILLI,
        nanos[nanos.length * 99 / 100] / NANOS_PER_MILLI,
        nanos[nanos.length - 1] / NANOS_PER_MILLI);
  }
}
