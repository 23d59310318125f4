package org.openimr.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openimr.documents.TextRecognition.Line;
import software.amazon.awssdk.services.textract.model.Block;
import software.amazon.awssdk.services.textract.model.BlockType;
import software.amazon.awssdk.services.textract.model.BoundingBox;
import software.amazon.awssdk.services.textract.model.Geometry;

/**
 * Textract's blocks as lines of pages. A block of a line ends where there is a gap, as between the
 * cells of a table; what stands side by side is put on one line again, as in a PDF with text, or a
 * quantity would stand away from its drug.
 */
final class TextractLines {
  private TextractLines() {}

  /** The blocks that are lines with a text; words, which repeat them, are left out. */
  static List<Block> of(Collection<Block> blocks) {
    return blocks.stream()
        .filter(block -> block.blockType() == BlockType.LINE)
        .filter(block -> block.text() != null && !block.text().isBlank())
        .toList();
  }

  /**
   * The lines by pages, from top to bottom.
   *
   * @param unread numbers of pages that the service says it could not read
   */
  static RecognisedPages pages(Collection<Block> lines, Set<Integer> unread) {
    SortedMap<Integer, List<Block>> byPage =
        lines.stream()
            .collect(Collectors.groupingBy(TextractLines::page, TreeMap::new, Collectors.toList()));
    byPage.keySet().removeAll(unread);
    var pages = new TreeMap<Integer, List<Line>>();
    byPage.forEach((page, blocks) -> pages.put(page, rows(blocks)));
    return new RecognisedPages(pages);
  }

  /** A document of one page has no numbers. */
  private static int page(Block block) {
    return Optional.ofNullable(block.page()).orElse(1);
  }

  private static List<Line> rows(List<Block> blocks) {
    if (!blocks.stream().allMatch(block -> box(block).isPresent())) {
      return blocks.stream().map(block -> line(List.of(block))).toList();
    }
    var rows = new ArrayList<List<Block>>();
    blocks.stream()
        .sorted(Comparator.comparingDouble(TextractLines::middle))
        .forEach(
            block -> {
              if (rows.isEmpty() || !beside(rows.getLast().getFirst(), block)) {
                rows.add(new ArrayList<>());
              }
              rows.getLast().add(block);
            });
    return rows.stream().map(TextractLines::line).toList();
  }

  /** Whether the middle of each is within the height of the other. */
  private static boolean beside(Block one, Block other) {
    double apart = Math.abs(middle(one) - middle(other));
    return apart < Math.min(height(one), height(other)) / 2;
  }

  private static Line line(List<Block> row) {
    var cells =
        row.stream()
            .sorted(
                Comparator.comparingDouble(block -> box(block).map(BoundingBox::left).orElse(0f)))
            .toList();
    String text = cells.stream().map(Block::text).collect(Collectors.joining(" "));
    return new Line(text, confidence(cells));
  }

  /** Of the least sure cell: a row with one guessed cell is no sure row. */
  private static int confidence(List<Block> cells) {
    return cells.stream()
        .map(Block::confidence)
        .mapToInt(sure -> sure == null ? 0 : sure.intValue())
        .min()
        .orElse(0);
  }

  private static Optional<BoundingBox> box(Block block) {
    return Optional.ofNullable(block.geometry())
        .map(Geometry::boundingBox)
        .filter(box -> box.top() != null && box.height() != null && box.left() != null);
  }

  private static double middle(Block block) {
    return box(block).map(box -> box.top() + box.height() / 2.0).orElse(0.0);
  }

  private static double height(Block block) {
    return box(block).map(BoundingBox::height).filter(Objects::nonNull).orElse(0f);
  }
}
