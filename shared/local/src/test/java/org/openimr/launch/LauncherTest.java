package org.openimr.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class LauncherTest {
  @Test
  void compilesWhatServesForDaysInFull() {
    assertEquals(List.of(), Launcher.compiling(new String[] {"serve", "--port", "0"}));
  }

  @Test
  void compilesWhatIsSoonOverQuickly() {
    assertEquals(
        List.of("-XX:TieredStopAtLevel=1"), Launcher.compiling(new String[] {"process", "serve"}));
  }

  @Test
  void compilesTheBareProgramQuickly() {
    assertEquals(List.of("-XX:TieredStopAtLevel=1"), Launcher.compiling(new String[0]));
  }
}
