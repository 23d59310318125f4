package org.openimr.local;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * A command that was run in this JVM.
 *
 * @param out what it printed
 * @param err what it complained of
 */
record Run(int status, String out, String err) {
  static Run of(Object... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    var words = new String[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = arguments[i].toString();
    }
    int status = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), words);
    return new Run(status, out.toString(), err.toString());
  }
}
