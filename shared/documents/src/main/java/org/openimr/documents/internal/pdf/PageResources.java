package org.openimr.documents.internal.pdf;

import java.io.IOException;
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
import org.openimr.documents.internal.Meter;

/**
 * Measures the fonts, color spaces and patterns that pages name, once each in a file. What a page
 * draws is measured where it is drawn; pictures are never unpacked.
 */
final class PageResources {
  private final Meter meter;
  private final ContentStreams streams;
  private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  PageResources(Meter meter, ContentStreams streams) {
    this.meter = meter;
    this.streams = streams;
  }

  /** Measures what the resources of a page reach. */
  void measure(COSDictionary resources) throws IOException {
    Deque<COSBase> rest = new ArrayDeque<>();
    rest.push(resources);
    while (!rest.isEmpty()) {
      COSBase next = rest.pop();
      COSBase value = next instanceof COSObject reference ? reference.getObject() : next;
      if (value == null || !seen.add(value)) {
        continue;
      }
      meter.time();
      if (value instanceof COSStream stream) {
        measure(stream, rest);
      } else if (value instanceof COSDictionary dictionary) {
        children(dictionary, rest);
      } else if (value instanceof COSArray array) {
        array.forEach(each -> push(rest, each));
      }
    }
  }

  private void measure(COSStream stream, Deque<COSBase> rest) throws IOException {
    if (picture(stream)) {
      return;
    }
    if (!COSName.FORM.equals(stream.getCOSName(COSName.SUBTYPE))) {
      streams.sound(stream);
    }
    children(stream, rest);
  }

  private static boolean picture(COSStream stream) {
    return COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))
        || stream.getItem(COSName.WIDTH) != null;
  }

  private static void children(COSDictionary dictionary, Deque<COSBase> rest) {
    for (COSName key : dictionary.keySet()) {
      boolean away = key.equals(COSName.PARENT) || key.equals(COSName.P);
      if (!away) {
        push(rest, dictionary.getItem(key));
      }
    }
  }

  private static void push(Deque<COSBase> rest, COSBase value) {
    if (value instanceof COSObject || value instanceof COSDictionary || value instanceof COSArray) {
      rest.push(value);
    }
  }
}
