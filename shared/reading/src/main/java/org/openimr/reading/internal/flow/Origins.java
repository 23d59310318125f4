package org.openimr.reading.internal.flow;

import java.util.Arrays;
import org.openimr.reading.internal.flow.FlowText.Stretch;

/**
 * From which char of the original each char of a flowing text is. Chars that follow on each other
 * in both are one run, so that a long text takes little more than its lines.
 */
final class Origins {
  /** Where each run begins in the flowing text, and in the original. */
  private int[] starts = new int[64];

  private int[] origins = new int[64];
  private int runs;
  private int length;

  /** Takes the origin of the next char. */
  void add(int origin) {
    if (runs == 0 || origin - origins[runs - 1] != length - starts[runs - 1]) {
      if (runs == starts.length) {
        starts = Arrays.copyOf(starts, runs * 2);
        origins = Arrays.copyOf(origins, runs * 2);
      }
      starts[runs] = length;
      origins[runs++] = origin;
    }
    length++;
  }

  /** Gives up all chars from a place on. */
  void cut(int at) {
    length = at;
    while (runs > 0 && starts[runs - 1] >= at) {
      runs--;
    }
  }

  /** The origin of one char. */
  int of(int at) {
    int run = run(at);
    return origins[run] + at - starts[run];
  }

  /**
   * The stretch of the original that holds every char from one place to another. The cells of a
   * wrapped row are read in another order than they stand.
   */
  Stretch stretch(int from, int to) {
    int first = Integer.MAX_VALUE;
    int last = -1;
    for (int run = run(from); run < runs && starts[run] < to; run++) {
      int begin = Math.max(from, starts[run]);
      int end = Math.min(to, run + 1 < runs ? starts[run + 1] : length);
      first = Math.min(first, origins[run] + begin - starts[run]);
      last = Math.max(last, origins[run] + end - 1 - starts[run]);
    }
    return new Stretch(first, last + 1);
  }

  private int run(int at) {
    int found = Arrays.binarySearch(starts, 0, runs, at);
    return found >= 0 ? found : -found - 2;
  }
}
