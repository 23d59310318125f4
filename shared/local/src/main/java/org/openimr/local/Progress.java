package org.openimr.local;

import java.io.Console;
import java.io.PrintWriter;

/** Shows on a terminal how far long work is; silent in a pipe. */
final class Progress implements AutoCloseable {
  private static final int STEP = 8;

  private final PrintWriter err;
  private final String what;
  private final int all;
  private final boolean shown;
  private int done;

  Progress(PrintWriter err, String what, int all) {
    this.err = err;
    this.what = what;
    this.all = all;
    this.shown = isTerminal() && all > STEP;
  }

  @SuppressWarnings("SystemConsoleNull") // null where the JDK has no console provider
  private static boolean isTerminal() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  void step() {
    done++;
    if (shown && (done % STEP == 0 || done == all)) {
      err.print("\r" + what + " " + done + " of " + all);
      err.flush();
    }
  }

  @Override
  public void close() {
    if (shown) {
      err.println();
    }
  }
}
