package org.openimr.local;

/** How a command ended, for the shell (design section 3.3). */
final class ExitStatus {
  /** All done; pending cases and published letters count as done. */
  static final int DONE = 0;

  /** An upload was refused or a path is missing. */
  static final int REFUSED = 1;

  /** Wrong usage. */
  static final int USAGE = 2;

  /** A service or the file system failed. */
  static final int INFRASTRUCTURE = 3;

  private ExitStatus() {}
}
