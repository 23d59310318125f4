package org.openimr.letter;

import java.io.Serial;
import org.openimr.casefile.Anchor;

/**
 * A statement points at a place where the case file does not say it. That is a defect of the
 * evaluation: no letter is written. Names the place, never its text.
 */
public final class UnresolvedAnchorException extends IllegalStateException {
  @Serial private static final long serialVersionUID = 1L;

  /** The place that was cited. */
  public UnresolvedAnchorException(Anchor anchor) {
    super(
        "anchor does not resolve: document %s, page %d, line %d, span %d to %d"
            .formatted(
                anchor.document(), anchor.page(), anchor.line(), anchor.start(), anchor.end()));
  }
}
