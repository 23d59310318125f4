package org.openimr.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar under an older Java, from a folder with a space in its name. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it looks for an older Java as on Unix")
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LauncherIT {
  @TempDir private static Path folder;

  private static Path jar = Path.of("");
  private static File older = new File("");

  /** What a launcher printed and how it ended. */
  private record Ended(int status, String out, String err) {}

  @BeforeAll
  static void copyTheJar() throws IOException {
    Path built = Path.of("target/openimr.jar");
    assertTrue(Files.exists(built), "the jar is packaged before this test");
    jar =
        Files.copy(
            built, Files.createDirectories(folder.resolve("a folder")).resolve("openimr.jar"));
    List<File> homes = olderHomes();
    assumeTrue(!homes.isEmpty(), "no older Java (8 to 24) beside this one");
    older = homes.getFirst();
  }

  /** Homes beside the running one, or where distributions put them, of a Java before 25. */
  private static List<File> olderHomes() throws IOException {
    var homes = new ArrayList<File>();
    for (Path of :
        List.of(Path.of(System.getProperty("java.home")).resolve(".."), Path.of("/usr/lib/jvm"))) {
      try (Stream<Path> found = Files.list(of)) {
        found
            .filter(home -> Files.isExecutable(home.resolve("bin/java")))
            .filter(LauncherIT::isOlder)
            .sorted()
            .forEach(home -> homes.add(home.toFile()));
      }
    }
    return homes;
  }

  private static boolean isOlder(Path home) {
    try {
      return Files.readString(home.resolve("release"))
          .lines()
          .anyMatch(line -> line.matches("JAVA_VERSION=\"(1\\.8|9|1\\d|2[0-4])(\\..*|_.*|-.*)?\""));
    } catch (IOException noRelease) {
      return false;
    }
  }

  @Test
  void goesOnInTheJavaThatItFinds() throws Exception {
    assertEquals(new Ended(0, "openimr 0.1.0\n", ""), ended(launcher(jdks(), "--version")));
  }

  @Test
  void saysInOneLineWhatToInstall() throws Exception {
    Ended ended = ended(launcher(folder.resolve("none").toString(), "--version"));

    assertEquals(
        new Ended(
            3,
            "",
            "OpenIMR needs Java 25 and this is Java VERSION: install a JDK 25 (for example"
                + " Temurin), or name one in JAVA25_HOME.\n"),
        new Ended(
            ended.status(),
            ended.out(),
            ended.err().replaceFirst("this is Java \\S+:", "this is Java VERSION:")));
  }

  @Test
  void takesTheJavaThatIsNamed() throws Exception {
    ProcessBuilder launcher = launcher(folder.resolve("none").toString(), "--version");
    launcher.environment().put("JAVA25_HOME", System.getProperty("java.home"));

    assertEquals(new Ended(0, "openimr 0.1.0\n", ""), ended(launcher));
  }

  @Test
  void passesOnArgumentsUnchangedAndTheExitStatus() throws Exception {
    List<String> odd = List.of("two words", "*.pdf", "a\"quote\"", "$HOME", "-é-中", "back\\slash");
    var words = new ArrayList<>(List.of("process", "--out", folder.resolve("out").toString()));
    odd.forEach(word -> words.add("absent/" + word));

    Ended ended = ended(launcher(jdks(), words.toArray(String[]::new)));

    assertEquals(
        new Ended(
            1,
            "",
            String.join(
                "",
                odd.stream()
                    .map(word -> "absent/" + word + ": no such file or folder.\n")
                    .toList())),
        ended);
  }

  @Test
  void passesOnThatItIsAskedToEnd() throws Exception {
    Process launcher = launcher(jdks(), "serve", "--port", "0").start();
    try (BufferedReader lines = launcher.inputReader(StandardCharsets.UTF_8)) {
      assertTrue(lines.lines().anyMatch("ready"::equals), "it comes up");
      ProcessHandle program = launcher.children().findFirst().orElseThrow();

      launcher.destroy();

      assertTrue(launcher.waitFor(20, TimeUnit.SECONDS), "it ends");
      assertFalse(program.isAlive(), "and the program has ended before it");
    } finally {
      launcher.descendants().forEach(ProcessHandle::destroyForcibly);
      launcher.destroyForcibly();
    }
  }

  private static String jdks() {
    return Path.of(System.getProperty("java.home"), "..").toString();
  }

  private static ProcessBuilder launcher(String jdks, String... arguments) {
    var command =
        new ArrayList<>(
            List.of(
                new File(older, "bin/java").getPath(),
                "-Dopenimr.jdks=" + jdks,
                "-jar",
                jar.toString()));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command);
    builder.environment().keySet().removeAll(List.of("JAVA_HOME", "JAVA25_HOME"));
    builder.environment().put("LC_ALL", "C.UTF-8");
    return builder;
  }

  private static Ended ended(ProcessBuilder builder) throws Exception {
    Path err = Files.createTempFile(folder, "err", null);
    Process process = builder.redirectError(err.toFile()).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), out, Files.readString(err));
  }
}
