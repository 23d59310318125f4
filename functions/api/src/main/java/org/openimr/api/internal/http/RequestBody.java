package org.openimr.api.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openimr.casefile.Code;
import org.openimr.casefile.Outcome;

/** The body of a request, held against the contract. */
public final class RequestBody {
  /** Of a body in bytes: every body here is a few fields. */
  public static final int LIMIT = 64 * 1024;

  private RequestBody() {}

  /** The body; missing where the operation takes none, whatever came. */
  public static Outcome<JsonNode> read(Operation operation, Request request) {
    if (operation.body().isEmpty()) {
      return Outcome.accepted(MissingNode.getInstance());
    }
    if (!isJson(request.header("content-type").orElse(""))) {
      return Outcome.rejected(
          Code.MEDIA_TYPE_UNSUPPORTED, "Send the body as application/json in UTF-8.");
    }
    byte[] body = request.body();
    if (body.length > LIMIT) {
      return Outcome.rejected(Code.BODY_TOO_LARGE, "The body has more than " + LIMIT + " bytes.");
    }
    return Json.read(body).then(value -> fitting(operation.body().get(), value));
  }

  private static boolean isJson(String contentType) {
    String[] parts = contentType.toLowerCase(Locale.ROOT).replace(" ", "").split(";", 2);
    return parts[0].equals("application/json")
        && (parts.length == 1 || parts[1].replace("\"", "").equals("charset=utf-8"));
  }

  private static Outcome<JsonNode> fitting(Shape shape, JsonNode value) {
    List<Shape.Finding> findings = shape.findings(value);
    if (findings.isEmpty()) {
      return Outcome.accepted(value);
    }
    return Outcome.rejected(
        Code.SCHEMA_VIOLATION,
        findings.stream()
            .map(
                each ->
                    (each.field().isEmpty() ? "the body" : each.field()) + ": " + each.problem())
            .collect(Collectors.joining("; ", "", ".")));
  }
}
