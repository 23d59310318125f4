package org.openimr.guidelines.internal.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A YAML file of rules that remembers where each of its values stands. */
final class SourceFile {
  private final String name;
  private final JsonNode content;
  private final Map<String, Mark> marks = new HashMap<>();

  SourceFile(String name, String yaml) {
    this.name = name;
    Node root = new Yaml(new LoaderOptions()).compose(new StringReader(yaml));
    this.content = json(root, "");
  }

  String name() {
    return name;
  }

  JsonNode content() {
    return content;
  }

  /**
   * A problem at a value.
   *
   * @param pointer JSON pointer of the value
   * @param column within the value, from 0
   */
  PackProblem problem(String pointer, int column, String message) {
    String at = pointer;
    while (!marks.containsKey(at) && at.contains("/")) {
      at = at.substring(0, at.lastIndexOf('/'));
    }
    Mark mark = marks.get(at);
    return mark == null
        ? new PackProblem(name, 1, 1, message)
        : new PackProblem(name, mark.getLine() + 1, mark.getColumn() + 1 + column, message);
  }

  private JsonNode json(Node node, String pointer) {
    marks.put(pointer, node.getStartMark());
    return switch (node) {
      case MappingNode mapping -> object(mapping, pointer);
      case SequenceNode sequence -> {
        var array = JsonNodeFactory.instance.arrayNode();
        for (Node value : sequence.getValue()) {
          array.add(json(value, pointer + "/" + array.size()));
        }
        yield array;
      }
      case ScalarNode scalar -> scalar(scalar);
      default -> throw new IllegalStateException("not a YAML value: " + node.getTag());
    };
  }

  private ObjectNode object(MappingNode mapping, String pointer) {
    var object = JsonNodeFactory.instance.objectNode();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = ((ScalarNode) tuple.getKeyNode()).getValue();
      object.set(key, json(tuple.getValueNode(), pointer + "/" + key));
    }
    return object;
  }

  private static JsonNode scalar(ScalarNode scalar) {
    var factory = JsonNodeFactory.instance;
    Tag tag = scalar.getTag();
    if (tag.equals(Tag.BOOL)) {
      return factory.booleanNode(Boolean.parseBoolean(scalar.getValue()));
    }
    if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
      return factory.numberNode(new BigDecimal(scalar.getValue()));
    }
    return tag.equals(Tag.NULL) ? factory.nullNode() : factory.textNode(scalar.getValue());
  }
}
