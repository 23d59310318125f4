package org.openimr.local.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * How long a request to a running {@code serve} takes while many clients send one after another.
 *
 * <p>Arguments: the URL, a bearer token, clients, requests of each client that count. Each client
 * sends as many before that do not count. Milliseconds of the median, of 99 in 100, and of the
 * longest.
 */
public final class ApiLoad {
  private static final double NANOS_PER_MILLI = 1e6;

  private ApiLoad() {}

  /** Measures and prints. */
  public static void main(String[] arguments) throws InterruptedException, ExecutionException {
    var request =
        HttpRequest.newBuilder(URI.create(arguments[0]))
            .header("Authorization", "Bearer " + arguments[1])
            .build();
    int clients = Integer.parseInt(arguments[2]);
    int counted = Integer.parseInt(arguments[3]);
    var all = new ArrayList<Future<long[]>>();
    try (var threads = Executors.newFixedThreadPool(clients);
        var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      IntStream.range(0, clients)
          .forEach(_ -> all.add(threads.submit(() -> times(client, request, counted))));
      print(clients, sorted(all));
    }
  }

  private static long[] sorted(Iterable<Future<long[]>> clients)
      throws InterruptedException, ExecutionException {
    var times = IntStream.builder().build().asLongStream();
    for (var client : clients) {
      times = java.util.stream.LongStream.concat(times, Arrays.stream(client.get()));
    }
    return times.sorted().toArray();
  }

  private static long[] times(HttpClient client, HttpRequest request, int counted)
      throws IOException, InterruptedException {
    var times = new long[counted];
    for (int i = -counted; i < counted; i++) {
      long start = System.nanoTime();
      int status = client.send(request, HttpResponse.BodyHandlers.ofByteArray()).statusCode();
      if (status != 200) {
        throw new IOException("answered " + status);
      }
      if (i >= 0) {
        times[i] = System.nanoTime() - start;
      }
    }
    return times;
  }

  private static void print(int clients, long[] nanos) {
    System.out.printf(
        "%d clients, %d requests: p50 %.2f ms, p99 %.2f ms, longest %.2f ms%n",
        clients,
        nanos.length,
        nanos[nanos.length / 2] / NANOS_PER_MILLI,
        nanos[nanos.length * 99 / 100] / NANOS_PER_MILLI,
        nanos[nanos.length - 1] / NANOS_PER_MILLI);
  }
}
