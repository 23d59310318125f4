package org.openimr.documents.internal.pdf;

import java.io.Serial;
import org.openimr.casefile.Code;
import org.openimr.casefile.Rejection;

/**
 * A file went over a budget in the midst of the parser. Unchecked, because the parser swallows some
 * I/O exceptions of its callbacks.
 */
final class BudgetExceededException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;
  private final transient Rejection rejection;

  BudgetExceededException(Code code, String detail) {
    super(code.name());
    this.rejection = new Rejection(code, detail);
  }

  Rejection rejection() {
    return rejection;
  }
}
