package org.openimr.reading.internal.papers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openimr.casefile.DocumentType;

/**
 * A packet of papers whose pages were labelled by hand. In its file a line {@code #page} opens each
 * page and {@code #paper} a paper that begins within one; behind it stand the labels.
 *
 * @param text as extraction leaves it: lines end in U+000A, pages in U+000C
 */
record LabelledPacket(
    String name, String text, List<LabelledPage> pages, List<LabelledPaper> papers) {
  /**
   * A page.
   *
   * @param start its first char in the packet
   * @param type of the paper that it opens with; of a blank page, none
   */
  record LabelledPage(int start, Optional<DocumentType> type) {}

  /**
   * A paper.
   *
   * @param start its first char in the packet
   * @param duplicate whether the same text stands in the packet before
   */
  record LabelledPaper(
      int start, DocumentType type, Optional<LocalDate> date, boolean cover, boolean duplicate) {}

  /** The packets of a folder of this package's test resources, numbered from 1. */
  static List<LabelledPacket> all(String folder, int count) {
    var packets = new ArrayList<LabelledPacket>();
    for (int i = 1; i <= count; i++) {
      packets.add(read(folder, "packet-" + i));
    }
    return packets;
  }

  private static LabelledPacket read(String folder, String name) {
    var text = new StringBuilder();
    var pages = new ArrayList<LabelledPage>();
    var papers = new ArrayList<LabelledPaper>();
    for (String line : resource(folder + "/" + name + ".txt").split("\n", -1)) {
      String[] labels = line.split(" ", -1);
      switch (labels[0]) {
        case "#page" -> {
          endPage(text);
          pages.add(new LabelledPage(text.length(), type(labels[1])));
          if (labels.length > 2 && labels[2].equals("begin")) {
            papers.add(paper(text.length(), labels[1], labels[3], line));
          }
        }
        case "#paper" -> papers.add(paper(text.length(), labels[1], labels[2], line));
        default -> text.append(line).append('\n');
      }
    }
    return new LabelledPacket(name, text.toString().stripTrailing(), pages, papers);
  }

  private static void endPage(StringBuilder text) {
    if (!text.isEmpty()) {
      text.setCharAt(text.length() - 1, '\f');
    }
  }

  private static Optional<DocumentType> type(String label) {
    return label.equals("-") ? Optional.empty() : Optional.of(DocumentType.valueOf(label));
  }

  private static LabelledPaper paper(int start, String type, String date, String labels) {
    return new LabelledPaper(
        start,
        DocumentType.valueOf(type),
        date.equals("none") ? Optional.empty() : Optional.of(LocalDate.parse(date)),
        labels.endsWith(" cover"),
        labels.endsWith(" duplicate"));
  }

  private static String resource(String name) {
    try (var in = LabelledPacket.class.getResourceAsStream("/org/openimr/reading/papers/" + name)) {
      if (in == null) {
        throw new IllegalStateException("test resource missing: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
