package org.openimr.local.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openimr.local.sam.SamCli;

@Tag("template")
class LintTest {
  @Test
  @DisplayName("cfn-lint by SAM CLI")
  void theTemplateHasNothingToBeToldOff() throws IOException, InterruptedException {
    var lint = SamCli.find().run(Map.of(), List.of("validate", "--lint", "-t", "template.yaml"));
    assertEquals(0, lint.exit(), lint.output());
  }
}
