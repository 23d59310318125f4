package org.openimr.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.openimr.documents.FileOpener;
import org.openimr.records.Journal;
import org.openimr.records.Settings;
import org.openimr.records.memory.MemoryObjects;
import org.openimr.records.memory.MemoryTable;

/** A function that starts without text recognition must not pay for it. */
class TextractOffTest {
  /** Puts the function together as its wiring does where the template has recognition off. */
  public static final class Start implements Supplier<String> {
    @Override
    public String get() {
      var service = TextDetection.of(Map.of("AWS_REGION", "us-west-2"));
      new IntakeHandler(
          Wiring.messages(
              new MemoryTable(),
              new MemoryObjects(),
              Settings.EMBEDDED,
              InstantSource.system(),
              Journal.silent(),
              new FileOpener(),
              service));
      return "started " + service.equals(Optional.empty());
    }
  }

  @Test
  void startsWithoutASingleClassOfTheServicesClient() throws Exception {
    try (var without = new Without("software.amazon.awssdk.services.textract.")) {
      var start = without.loadClass(Start.class.getName()).getDeclaredConstructor().newInstance();
      assertEquals("started true", ((Supplier<?>) start).get());
    }
  }

  /** The class path of this test, without a package. */
  private static final class Without extends URLClassLoader {
    private final String prefix;

    Without(String prefix) {
      super(classPath(), ClassLoader.getPlatformClassLoader());
      this.prefix = prefix;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith(prefix)) {
        throw new ClassNotFoundException(name);
      }
      return super.loadClass(name, resolve);
    }

    private static URL[] classPath() {
      List<String> entries =
          Arrays.asList(
              System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                  .split(java.io.File.pathSeparator, -1));
      return entries.stream().map(Without::url).toArray(URL[]::new);
    }

    private static URL url(String entry) {
      try {
        URI uri = Path.of(entry).toUri();
        return uri.toURL();
      } catch (MalformedURLException e) {
        throw new IllegalArgumentException(e);
      }
    }
  }
}
