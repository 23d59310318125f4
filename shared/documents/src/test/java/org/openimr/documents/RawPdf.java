package org.openimr.documents;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** A PDF written object by object, whatever the objects say. */
final class RawPdf {
  private final List<byte[]> objects = new ArrayList<>();
  private String catalog = "";

  /** Object 1 is the catalog, 2 the page tree, 3 the page, 4 its content, 5 its font. */
  static RawPdf ofOnePage(String content) {
    return new RawPdf()
            .object("<</Type/Catalog/Pages 2 0 R@>>")
            .object("<</Type/Pages/Kids[3 0 R]/Count 1>>")
            .object(
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
                    + "/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>>>")
            .stream("", content.getBytes(ISO_8859_1))
            .object("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
  }

  /** Text on the page. */
  static String show(String text) {
    return "BT /F 10 Tf 54 700 Td (" + text + ") Tj ET\n";
  }

  /** One more object. */
  RawPdf object(String body) {
    objects.add(body.getBytes(ISO_8859_1));
    return this;
  }

  /** One more stream, with what its dictionary has beside the length. */
  RawPdf stream(String dictionary, byte[] content) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(
        "<</Length %d%s>>stream\n".formatted(content.length, dictionary).getBytes(ISO_8859_1));
    out.writeBytes(content);
    out.writeBytes("\nendstream".getBytes(ISO_8859_1));
    objects.add(out.toByteArray());
    return this;
  }

  /** Puts another object in the place of one. */
  RawPdf instead(int number, String body) {
    objects.set(number - 1, body.getBytes(ISO_8859_1));
    return this;
  }

  /** What the catalog has beside the pages. */
  RawPdf catalog(String entries) {
    catalog = entries;
    return this;
  }

  /** The file. */
  byte[] bytes() {
    objects.set(
        0, new String(objects.getFirst(), ISO_8859_1).replace("@", catalog).getBytes(ISO_8859_1));
    var out = new ByteArrayOutputStream();
    var offsets = new StringBuilder("0000000000 65535 f \n");
    out.writeBytes("%PDF-1.7\n".getBytes(ISO_8859_1));
    for (int number = 1; number <= objects.size(); number++) {
      offsets.append("%010d 00000 n \n".formatted(out.size()));
      out.writeBytes("%d 0 obj\n".formatted(number).getBytes(ISO_8859_1));
      out.writeBytes(objects.get(number - 1));
      out.writeBytes("\nendobj\n".getBytes(ISO_8859_1));
    }
    String end =
        "xref\n0 %d\n%strailer<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF\n"
            .formatted(objects.size() + 1, offsets, objects.size() + 1, out.size());
    out.writeBytes(end.getBytes(ISO_8859_1));
    return out.toByteArray();
  }
}
