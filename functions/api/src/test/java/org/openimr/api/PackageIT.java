package org.openimr.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.openimr.records.memory.FunctionPackage;

class PackageIT {
  @Test
  void holdsItsClassesAndTheReviewedJars() throws IOException {
    assertEquals(FunctionPackage.reviewed(), FunctionPackage.built("api"));
  }
}
