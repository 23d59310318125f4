package org.openimr.letter.internal.redaction;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.openimr.casefile.Code;
import org.openimr.casefile.Outcome;
import org.openimr.letter.KnownIdentifiers;
import org.openimr.letter.Redaction;
import org.openimr.letter.Redaction.Doubt;

/**
 * The copy of a JSON document. Its text values are looked at as one text, so that a name which one
 * of them gives away is removed from all. Immutable, safe for threads.
 */
public final class JsonCopy {
  private static final String BETWEEN = "\n\n";

  /** Fields of {@code openimr/determination/1} whose values are of closed lists, ids and dates. */
  private static final Set<String> CLOSED = RedactionData.words("closed-fields.txt");

  private final IdentifierFinder finder;
  private final JsonFactory factory = new JsonFactory();

  /** By a finder. */
  public JsonCopy(IdentifierFinder finder) {
    this.finder = finder;
  }

  /** A text value in the text of all. */
  private record Value(int start, int end) {}

  /** The copy; a refusal where the document is no JSON. */
  public Outcome<Redaction> redact(String json, KnownIdentifiers known) {
    var all = new StringBuilder();
    var values = new ArrayList<Value>();
    try {
      walk(json, (text, _) -> values.add(append(all, text)));
      Redaction found = finder.redact(all.toString(), known);
      return Outcome.accepted(
          new Redaction(
              copy(json, all.toString(), values, found),
              found.places(),
              doubts(found, all, values)));
    } catch (JsonProcessingException broken) {
      return Outcome.rejected(
          Code.INVALID_JSON,
          "The file begins as JSON and is none. Name the file as it was written.");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Value append(StringBuilder all, String text) {
    int start = all.length();
    all.append(text);
    int end = all.length();
    all.append(BETWEEN);
    return new Value(start, end);
  }

  /** What is done with each open text value. */
  private interface Each {
    void value(String text, int number) throws IOException;
  }

  private void walk(String json, Each each) throws IOException {
    int number = 0;
    try (JsonParser parser = factory.createParser(json)) {
      while (parser.nextToken() != null) {
        if (isOpen(parser)) {
          each.value(parser.getText(), number++);
        }
      }
    }
  }

  private static boolean isOpen(JsonParser parser) throws IOException {
    String field = parser.currentName();
    return parser.currentToken() == JsonToken.VALUE_STRING
        && (field == null || !CLOSED.contains(field));
  }

  private String copy(String json, String all, List<Value> values, Redaction found)
      throws IOException {
    var out = new StringWriter();
    int number = 0;
    try (JsonParser parser = factory.createParser(json);
        JsonGenerator generator = factory.createGenerator(out)) {
      generator.setPrettyPrinter(
          new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
      while (parser.nextToken() != null) {
        if (isOpen(parser)) {
          Value value = values.get(number++);
          generator.writeString(
              IdentifierFinder.copy(all, found.places(), value.start(), value.end()));
        } else {
          generator.copyCurrentEvent(parser);
        }
      }
    }
    return out.append('\n').toString();
  }

  private static List<Doubt> doubts(Redaction found, CharSequence all, List<Value> values) {
    var starts = new ArrayList<Integer>();
    starts.add(0);
    for (int i = 0; i < all.length(); i++) {
      if (all.charAt(i) == '\n') {
        starts.add(i + 1);
      }
    }
    var doubts = new ArrayList<Doubt>();
    for (Doubt doubt : found.doubts()) {
      int at = starts.get(doubt.line() - 1) + doubt.column() - 1;
      int number = 0;
      while (values.get(number).end() <= at) {
        number++;
      }
      doubts.add(new Doubt(doubt.reason(), number + 1, at - values.get(number).start() + 1));
    }
    return doubts;
  }
}
