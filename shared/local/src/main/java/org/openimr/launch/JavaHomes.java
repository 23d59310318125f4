package org.openimr.launch;

import java.io.BufferedReader;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Finds a Java 25 or later: this one, a named one, or one beside it. */
final class JavaHomes {
  private static final int NEEDED = 25;

  private JavaHomes() {}

  /** The program {@code java} of the first home that is new enough, or null. */
  static File newest() {
    for (File home : candidates()) {
      File java = new File(home, isWindows() ? "bin\\java.exe" : "bin/java");
      if (java.canExecute() && feature(home) >= NEEDED) {
        return java;
      }
    }
    return null;
  }

  private static List<File> candidates() {
    List<File> homes = new ArrayList<>();
    File running = new File(System.getProperty("java.home"));
    homes.add(running);
    named(homes, System.getenv("JAVA25_HOME"));
    named(homes, System.getenv("JAVA_HOME"));
    String user = System.getProperty("user.home");
    inside(homes, running.getParentFile());
    inside(homes, new File("/usr/lib/jvm"));
    inside(homes, new File("/opt"));
    inside(homes, new File("/Library/Java/JavaVirtualMachines"));
    inside(homes, new File("C:\\Program Files\\Java"));
    inside(homes, new File("C:\\Program Files\\Eclipse Adoptium"));
    inside(homes, new File(user, ".jdks"));
    inside(homes, new File(user, ".sdkman/candidates/java"));
    return homes;
  }

  private static void named(List<File> homes, String path) {
    if (path != null && !path.isEmpty()) {
      homes.add(new File(path));
    }
  }

  private static void inside(List<File> homes, File folder) {
    File[] found = folder == null ? null : folder.listFiles(File::isDirectory);
    if (found == null) {
      return;
    }
    for (File home : found) {
      homes.add(home);
      homes.add(new File(home, "Contents/Home"));
    }
  }

  /** The feature release that a home's {@code release} file names; 0 where there is none. */
  private static int feature(File home) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new FileInputStream(new File(home, "release")), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("JAVA_VERSION=")) {
          return Integer.parseInt(line.replaceAll("^JAVA_VERSION=\"?(\\d+).*$", "$1"));
        }
      }
    } catch (IOException | NumberFormatException unreadable) {
      return 0;
    }
    return 0;
  }

  private static boolean isWindows() {
    return File.separatorChar == '\\';
  }
}
