package org.openimr.reading.internal.papers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openimr.reading.internal.flow.PageFurniture.Mark;

/** Tells page numbers of papers from those that count a whole packet through. */
final class PageCount {
  /** Numbers that run on over so many pages, in so large a part of them, are the packet's. */
  private static final int PAGES = 12;

  private static final double PART = 0.6;

  private PageCount() {}

  /** The pages without the numbers that count the packet. */
  static List<Sheet> own(List<Sheet> pages) {
    Map<Integer, Integer> shifts = new HashMap<>();
    for (Sheet page : pages) {
      page.mark()
          .filter(Mark::certain)
          .ifPresent(m -> shifts.merge(shift(page, m), 1, Integer::sum));
    }
    Map<Integer, Integer> packet = new HashMap<>();
    shifts.forEach(
        (shift, count) -> {
          if (count >= PAGES && count > pages.size() * PART) {
            packet.put(shift, count);
          }
        });
    return pages.stream().map(page -> own(page, packet)).toList();
  }

  private static Sheet own(Sheet page, Map<Integer, Integer> packet) {
    boolean packets = page.mark().filter(m -> packet.containsKey(shift(page, m))).isPresent();
    return packets ? page.withoutMark() : page;
  }

  private static int shift(Sheet page, Mark mark) {
    return mark.number() - page.number();
  }
}
