package org.openimr.letter.internal.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Stores every stream of a document as it is. What deflate writes is for the platform's library to
 * choose, and it chooses differently from one JDK build to another: compressed, one letter would
 * have many forms.
 */
final class StoredStreams {
  private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<COSBase> open = new ArrayDeque<>();

  private StoredStreams() {}

  static void in(PDDocument document) throws IOException {
    new StoredStreams().from(document.getDocument().getTrailer());
  }

  private void from(COSBase root) throws IOException {
    open.add(root);
    while (!open.isEmpty()) {
      COSBase base = open.poll();
      if (!seen.add(base)) {
        continue;
      }
      switch (base) {
        case COSStream stream -> {
          store(stream);
          open(stream.getValues());
        }
        case COSDictionary dictionary -> open(dictionary.getValues());
        case COSArray array -> open(array);
        case COSObject reference -> {
          COSBase target = reference.getObject();
          if (target != null) {
            open.add(target);
          }
        }
        default -> {
          // Numbers, names and strings hold no stream.
        }
      }
    }
  }

  private void open(Iterable<COSBase> children) {
    for (COSBase child : children) {
      if (child != null) {
        open.add(child);
      }
    }
  }

  private static void store(COSStream stream) throws IOException {
    if (!stream.containsKey(COSName.FILTER)) {
      return;
    }
    byte[] content;
    try (InputStream in = stream.createInputStream()) {
      content = in.readAllBytes();
    }
    stream.removeItem(COSName.FILTER);
    try (OutputStream out = stream.createRawOutputStream()) {
      out.write(content);
    }
  }
}
