package org.openimr.documents.internal;

import java.io.Serial;
import org.openimr.casefile.Code;
import org.openimr.casefile.Rejection;

/**
 * A file went over a budget, or is unsafe, in the midst of a reader. Unchecked, because the PDF
 * parser swallows some I/O exceptions of its callbacks.
 */
public final class UploadRefusedException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;
  private final transient Rejection rejection;

  /** With the refusal of the whole upload. */
  public UploadRefusedException(Rejection rejection) {
    super(rejection.code().name());
    this.rejection = rejection;
  }

  UploadRefusedException(Code code, String detail) {
    this(new Rejection(code, detail));
  }

  /** The refusal of the whole upload. */
  public Rejection rejection() {
    return rejection;
  }
}
