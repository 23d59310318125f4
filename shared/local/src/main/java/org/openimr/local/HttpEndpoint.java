package org.openimr.local;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.openimr.cloud.EventObserver;
import org.openimr.records.CloudFault;

/**
 * The API on this machine's loopback: makes API Gateway's event (payload 2.0) of each request and
 * calls the handler, as the gateway does. Beside it the issuer's public keys.
 */
final class HttpEndpoint implements AutoCloseable {
  private static final String FUNCTION = "api";

  /** Of a request in bytes; the gateway's own limit. */
  private static final int LARGEST = 10 * 1024 * 1024;

  private static final int OK = 200;
  private static final int TOO_LARGE = 413;
  private static final int FAILED = 500;
  private static final int WITHOUT_BODY = -1;

  static {
    // Read once by the server's own classes. Without it an answer in two packets waits 40 ms for
    // the client's acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> handler;
  private final EventObserver observer;

  private HttpEndpoint(
      HttpServer server,
      RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> handler,
      EventObserver observer) {
    this.server = server;
    this.handler = handler;
    this.observer = observer;
  }

  /**
   * Starts to listen.
   *
   * @param port 0 for any that is free
   * @throws CloudFault if it is taken
   */
  static HttpEndpoint start(
      int port,
      RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> handler,
      EmbeddedIssuer issuer,
      EventObserver observer) {
    try {
      var server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
      var endpoint = new HttpEndpoint(server, handler, observer);
      byte[] keys = issuer.publicKeys().toString(true).getBytes(StandardCharsets.UTF_8);
      server.setExecutor(endpoint.threads);
      server.createContext("/", endpoint::answer);
      server.createContext(
          "/.well-known/jwks.json",
          exchange -> send(exchange, OK, Map.of("content-type", "application/jwk-set+json"), keys));
      server.start();
      return endpoint;
    } catch (IOException taken) {
      throw new CloudFault(
          "port " + port + " cannot be listened on", String.valueOf(taken.getMessage()), taken);
    }
  }

  /** Where it is, such as {@code http://127.0.0.1:8080}. */
  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  // As the gateway does with a function that fails: it says 500 and nothing of why.
  @SuppressWarnings("CatchingUnchecked")
  private void answer(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(LARGEST + 1);
    if (body.length > LARGEST) {
      say(exchange, TOO_LARGE, "Request Entity Too Large");
      return;
    }
    APIGatewayV2HTTPResponse response;
    try {
      response = handler.handleRequest(event(exchange, body), null);
    } catch (RuntimeException defect) {
      observer.failed(FUNCTION, new IllegalStateException(defect.getClass().getName()));
      say(exchange, FAILED, "Internal Server Error");
      return;
    }
    send(exchange, response.getStatusCode(), response.getHeaders(), bytes(response));
  }

  private static byte[] bytes(APIGatewayV2HTTPResponse response) {
    String body = Optional.ofNullable(response.getBody()).orElse("");
    return response.getIsBase64Encoded()
        ? Base64.getDecoder().decode(body)
        : body.getBytes(StandardCharsets.UTF_8);
  }

  private static APIGatewayV2HTTPEvent event(HttpExchange exchange, byte[] body) {
    var headers = new TreeMap<String, String>();
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
    String path = exchange.getRequestURI().getRawPath();
    var http =
        APIGatewayV2HTTPEvent.RequestContext.Http.builder()
            .withMethod(exchange.getRequestMethod())
            .withPath(path)
            .withProtocol(exchange.getProtocol())
            .withSourceIp(exchange.getRemoteAddress().getAddress().getHostAddress())
            .withUserAgent(headers.get("user-agent"))
            .build();
    return APIGatewayV2HTTPEvent.builder()
        .withVersion("2.0")
        .withRouteKey("$default")
        .withRawPath(path)
        .withRawQueryString(Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""))
        .withHeaders(headers)
        .withBody(Base64.getEncoder().encodeToString(body))
        .withIsBase64Encoded(true)
        .withRequestContext(
            APIGatewayV2HTTPEvent.RequestContext.builder()
                .withRequestId(UUID.randomUUID().toString())
                .withRouteKey("$default")
                .withStage("$default")
                .withHttp(http)
                .build())
        .build();
  }

  /** What the gateway itself says. */
  private static void say(HttpExchange exchange, int status, String message) throws IOException {
    send(
        exchange,
        status,
        Map.of("content-type", "application/json"),
        ("{\"message\":\"" + message + "\"}").getBytes(StandardCharsets.UTF_8));
  }

  private static void send(
      HttpExchange exchange, int status, Map<String, String> headers, byte[] body)
      throws IOException {
    try (exchange) {
      headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
      boolean empty = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(status, empty ? WITHOUT_BODY : body.length);
      if (!empty) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
