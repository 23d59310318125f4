package org.openimr.launch;

import java.io.BufferedReader;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds a Java 25 or later: this one, a named one, or one in a folder where JDKs usually are. The
 * property {@code openimr.jdks} names other folders in their place.
 */
final class JavaHomes {
  private static final int NEEDED = 25;

  private final List<File> named;
  private final List<File> folders;

  /**
   * Homes to look at.
   *
   * @param named homes, the best first
   * @param folders whose folders are homes, looked at after those
   */
  JavaHomes(List<File> named, List<File> folders) {
    this.named = named;
    this.folders = folders;
  }

  static JavaHomes ofThisMachine() {
    File running = new File(System.getProperty("java.home"));
    List<File> named = new ArrayList<>();
    named.add(running);
    for (String variable : new String[] {"JAVA25_HOME", "JAVA_HOME"}) {
      String path = System.getenv(variable);
      if (path != null && !path.isEmpty()) {
        named.add(new File(path));
      }
    }
    return new JavaHomes(named, folders(running));
  }

  private static List<File> folders(File running) {
    List<File> folders = new ArrayList<>();
    String given = System.getProperty("openimr.jdks");
    if (given != null) {
      for (String path : given.split(File.pathSeparator)) {
        folders.add(new File(path));
      }
      return folders;
    }
    String user = System.getProperty("user.home");
    folders.add(new File(running, ".."));
    folders.add(new File("/usr/lib/jvm"));
    folders.add(new File("/opt"));
    folders.add(new File("/Library/Java/JavaVirtualMachines"));
    folders.add(new File("C:\\Program Files\\Java"));
    folders.add(new File("C:\\Program Files\\Eclipse Adoptium"));
    folders.add(new File(user, ".jdks"));
    folders.add(new File(user, ".sdkman/candidates/java"));
    return folders;
  }

  /** The program {@code java} of the first home that is new enough, or null. */
  File newest() {
    for (File home : candidates()) {
      File java = new File(home, isWindows() ? "bin\\java.exe" : "bin/java");
      if (java.canExecute() && feature(home) >= NEEDED) {
        return java;
      }
    }
    return null;
  }

  private List<File> candidates() {
    List<File> homes = new ArrayList<>(named);
    for (File folder : folders) {
      File[] found = folder.listFiles(File::isDirectory);
      if (found != null) {
        // Folders come in no order of their own.
        Arrays.sort(found);
        for (File home : found) {
          homes.add(home);
          homes.add(new File(home, "Contents/Home"));
        }
      }
    }
    return homes;
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
