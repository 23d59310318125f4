package org.openimr.letter.internal.redaction;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.openimr.letter.Identifier;
import org.openimr.letter.Redaction.Place;

/** What of a text is found so far: no place is found twice, and what must stay is left alone. */
final class Cover {
  private final BitSet taken = new BitSet();
  private final List<Place> found = new ArrayList<>();

  /** Takes a place, or what of it is free at its beginning. */
  void add(Identifier kind, int start, int end) {
    int from = taken.nextClearBit(start);
    int next = taken.nextSetBit(from);
    int to = next < 0 ? end : Math.min(end, next);
    if (from < to) {
      taken.set(from, to);
      found.add(new Place(kind, from, to));
    }
    if (to < end && from < end) {
      add(kind, to, end);
    }
  }

  /** Nothing takes this place from now on. */
  void keep(int start, int end) {
    taken.set(start, end);
  }

  boolean isFree(int start, int end) {
    int next = taken.nextSetBit(start);
    return next < 0 || next >= end;
  }

  /** In the order of the text. */
  List<Place> found() {
    return found.stream().sorted(Comparator.comparingInt(Place::start)).toList();
  }
}
