package org.openimr.api.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openimr.casefile.Code;
import org.openimr.casefile.Outcome;

/** The body of a request, held against the contract. */
public final class RequestBody {
  /** Of a body in bytes: every body here is a few fields. */
  public static final int LIMIT = 64 * 1024;

  /** Of a table in bytes: Lambda takes 6 MB with all that is around it. */
  public static final int TABLE_LIMIT = 4_000_000;

  private RequestBody() {}

  /** The body; missing where the operation takes none, whatever came. */
  public static Outcome<JsonNode> read(Operation operation, Request request) {
    if (operation.csv()) {
      return table(request);
    }
    if (operation.body().isEmpty()) {
      return Outcome.accepted(MissingNode.getInstance());
    }
    if (!is("application/json", request)) {
      return Outcome.rejected(
          Code.MEDIA_TYPE_UNSUPPORTED, "Send the body as application/json in UTF-8.");
    }
    byte[] body = request.body();
    if (body.length > LIMIT) {
      return tooLarge(LIMIT);
    }
    return Json.read(body).then(value -> fitting(operation.body().get(), value));
  }

  /** What is not UTF-8 is refused, and not read as something else. */
  private static Outcome<JsonNode> table(Request request) {
    if (!is("text/csv", request)) {
      return Outcome.rejected(Code.MEDIA_TYPE_UNSUPPORTED, "Send the body as text/csv in UTF-8.");
    }
    byte[] body = request.body();
    if (body.length > TABLE_LIMIT) {
      return tooLarge(TABLE_LIMIT);
    }
    try {
      return Outcome.accepted(
          TextNode.valueOf(
              StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString()));
    } catch (CharacterCodingException other) {
      return Outcome.rejected(
          Code.MEDIA_TYPE_UNSUPPORTED, "The body is not UTF-8. Save the table as CSV in UTF-8.");
    }
  }

  private static Outcome<JsonNode> tooLarge(int limit) {
    return Outcome.rejected(Code.BODY_TOO_LARGE, "The body has more than " + limit + " bytes.");
  }

  private static boolean is(String type, Request request) {
    String contentType = request.header("content-type").orElse("");
    String[] parts = contentType.toLowerCase(Locale.ROOT).replace(" ", "").split(";", 2);
    return parts[0].equals(type)
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
