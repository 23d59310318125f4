package org.openimr.cloud.internal.store;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.openimr.records.Key;
import org.openimr.records.Row;
import org.openimr.records.Value;

/** Rows as bytes, and back. */
final class RowBytes {
  private static final int TEXT = 1;
  private static final int WHOLE = 2;
  private static final int TEXTS = 3;

  private RowBytes() {}

  static void write(DataOutputStream out, Row row) throws IOException {
    Bytes.text(out, row.key().partition());
    Bytes.text(out, row.key().sort());
    out.writeInt(row.attributes().size());
    for (var attribute : row.attributes().entrySet()) {
      Bytes.text(out, attribute.getKey());
      value(out, attribute.getValue());
    }
  }

  private static void value(DataOutputStream out, Value value) throws IOException {
    switch (value) {
      case Value.Text(String text) -> {
        out.writeByte(TEXT);
        Bytes.text(out, text);
      }
      case Value.Whole(long whole) -> {
        out.writeByte(WHOLE);
        out.writeLong(whole);
      }
      case Value.Texts(List<String> texts) -> {
        out.writeByte(TEXTS);
        out.writeInt(texts.size());
        for (String text : texts) {
          Bytes.text(out, text);
        }
      }
    }
  }

  static Row read(DataInputStream in) throws IOException {
    Key key = new Key(Bytes.text(in), Bytes.text(in));
    TreeMap<String, Value> attributes = new TreeMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      attributes.put(Bytes.text(in), value(in));
    }
    return new Row(key, attributes);
  }

  private static Value value(DataInputStream in) throws IOException {
    int type = in.readByte();
    return switch (type) {
      case TEXT -> new Value.Text(Bytes.text(in));
      case WHOLE -> new Value.Whole(in.readLong());
      case TEXTS -> texts(in);
      default -> throw new IOException("a stored row has a value of unknown type " + type);
    };
  }

  private static Value texts(DataInputStream in) throws IOException {
    List<String> texts = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      texts.add(Bytes.text(in));
    }
    return new Value.Texts(texts);
  }
}
