package org.openimr.reading.internal.papers;

import java.util.Optional;
import org.openimr.reading.internal.flow.PageFurniture.Mark;

/**
 * Where a page of a file stands. A file may have thousands, so what is written on a page is read
 * when its turn comes ({@link PageReader#page}) and given up after it.
 *
 * @param number from 1
 * @param start its first char in the text
 * @param end the char after its last, without the page end
 * @param mark the number that the page gives itself, if it gives one
 * @param blank whether nothing is written on it
 */
record Sheet(int number, int start, int end, Optional<Mark> mark, boolean blank) {
  Sheet withoutMark() {
    return new Sheet(number, start, end, Optional.empty(), blank);
  }
}
