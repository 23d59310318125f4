package org.openimr.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Which Java the launcher goes on in; homes are folders with a release file and a program. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "homes are made with the programs of Unix")
class JavaHomesTest {
  @TempDir private Path folder;

  @Test
  void takesTheRunningJavaWhereItIsNewEnough() throws IOException {
    File running = home("running", "25.0.1");
    home("jdks/other", "26");

    assertEquals(java(running), found(List.of(running)));
  }

  @Test
  void goesOnInTheNamedHomeBeforeAnyInAFolder() throws IOException {
    File running = home("running", "17.0.12");
    File named = home("named", "25");
    home("jdks/a", "25");

    assertEquals(java(named), found(List.of(running, named)));
  }

  @Test
  void findsAHomeInAFolderByTheOrderOfNames() throws IOException {
    File running = home("running", "1.8.0_412");
    home("jdks/a-17", "17.0.12");
    home("jdks/c-26", "26-ea");
    File first = home("jdks/b 25 with spaces", "25.0.3");

    assertEquals(java(first), found(List.of(running)));
  }

  @Test
  void findsAHomeOfAMac() throws IOException {
    File running = home("running", "11");
    File bundle = home("jdks/temurin-25.jdk/Contents/Home", "25");

    assertEquals(java(bundle), found(List.of(running)));
  }

  @Test
  void passesOverWhatIsNoHome() throws IOException {
    File running = home("running", "21.0.4");
    Files.createDirectories(folder.resolve("jdks/empty"));
    home("jdks/odd", "of a kind");
    Path plain = home("jdks/plain", "25").toPath().resolve("bin/java");
    Files.delete(plain);

    assertNull(found(List.of(running, new File("no such home"))));
  }

  private File found(List<File> named) {
    return new JavaHomes(named, List.of(folder.resolve("jdks").toFile(), new File("none")))
        .newest();
  }

  private File home(String name, String version) throws IOException {
    Path home = Files.createDirectories(folder.resolve(name));
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(
        home.resolve("release"),
        "IMPLEMENTOR=\"somebody\"\nJAVA_VERSION=\"" + version + "\"\nOS_NAME=\"any\"\n");
    Path java = Files.writeString(home.resolve("bin/java"), "");
    java.toFile().setExecutable(true);
    return home.toFile();
  }

  private static File java(File home) {
    return new File(home, "bin/java");
  }
}
