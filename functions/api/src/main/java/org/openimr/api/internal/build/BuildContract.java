package org.openimr.api.internal.build;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The build's step that turns the contract into JSON, so that the function carries no YAML. */
public final class BuildContract {
  private BuildContract() {}

  /**
   * Writes the contract.
   *
   * @param arguments the YAML file, and the JSON file
   */
  public static void main(String[] arguments) throws IOException {
    var options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    Object contract =
        new Yaml(new SafeConstructor(options)).load(Files.readString(Path.of(arguments[0])));
    Path target = Path.of(arguments[1]);
    Files.createDirectories(target.getParent());
    Files.write(target, new ObjectMapper().writeValueAsBytes(contract));
  }
}
