package org.openimr.launch;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Starts the command line in a Java that can run it.
 *
 * <p>The program is compiled for Java 25. Started under an older one, the launcher goes on in a JDK
 * 25 that it finds beside it; where there is none it says in one line what to install.
 */
public final class Launcher {
  private static final int INFRASTRUCTURE = 3;
  private static final String MAIN = "org.openimr.local.Main";
  private static final String TRAINING = "openimr.training";

  private Launcher() {}

  /** Runs the command line and ends with its exit status. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    File java = JavaHomes.ofThisMachine().newest();
    if (java == null) {
      System.err.println(
          "OpenIMR needs Java 25 and this is Java "
              + System.getProperty("java.version")
              + ": install a JDK 25 (for example Temurin), or name one in JAVA25_HOME.");
      System.exit(INFRASTRUCTURE);
    }
    File jar = jar();
    StartUpCache cache = new StartUpCache(jar);
    boolean training = Boolean.getBoolean(TRAINING);
    List<String> options = training ? cache.training() : cache.options();
    final Process program =
        new ProcessBuilder(command(java, options, jar, arguments)).inheritIO().start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(program)));
    int status = program.waitFor();
    if (training) {
      cache.keep();
    }
    System.exit(status);
  }

  /** Passes on that the process is asked to end, and does not end before the program has. */
  private static void end(Process program) {
    program.destroy();
    try {
      program.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Always a fresh JVM: only so can a program that is short-lived choose a small collector and a
   * quick compiler, and allow what its libraries ask of the JDK.
   */
  private static List<String> command(
      File java, List<String> options, File jar, String[] arguments) {
    List<String> command = new ArrayList<>();
    command.add(java.getPath());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.add("-XX:+UseSerialGC");
    command.addAll(compiling(arguments));
    // A case file leaves tens of megabytes behind: a collection every few of them, not in each.
    command.add("-Xmn192m");
    command.addAll(options);
    command.add("-cp");
    command.add(jar.getPath());
    command.add(MAIN);
    command.addAll(Arrays.asList(arguments));
    return command;
  }

  /**
   * What is over in a second gains nothing by the compiler that takes its time; {@code serve} runs
   * for days, and answers a request in half the processor time once that one is through.
   */
  static List<String> compiling(String[] arguments) {
    return arguments.length > 0 && arguments[0].equals("serve")
        ? Collections.<String>emptyList()
        : Collections.singletonList("-XX:TieredStopAtLevel=1");
  }

  private static File jar() {
    try {
      return new File(Launcher.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the program's own place has no file name", e);
    }
  }
}
