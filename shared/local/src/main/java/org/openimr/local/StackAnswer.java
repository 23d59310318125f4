package org.openimr.local;

import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * CloudFormation's answer to {@code DescribeStacks} for one stack, or its error.
 *
 * @param outputs the stack's outputs by name
 * @param errorCode such as {@code ValidationError}; empty in an answer
 */
record StackAnswer(Map<String, String> outputs, Optional<String> errorCode) {
  StackAnswer {
    outputs = Map.copyOf(outputs);
  }

  /** Reads an answer; no document type and no entity of it is looked at. */
  static StackAnswer of(InputStream xml) throws XMLStreamException {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    XMLStreamReader reader = factory.createXMLStreamReader(xml);
    try {
      return read(reader);
    } finally {
      reader.close();
    }
  }

  private static StackAnswer read(XMLStreamReader reader) throws XMLStreamException {
    var outputs = new LinkedHashMap<String, String>();
    Optional<String> error = Optional.empty();
    String key = "";
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamConstants.START_ELEMENT) {
        String element = reader.getLocalName();
        if (element.equals("OutputKey")) {
          key = reader.getElementText();
        } else if (element.equals("OutputValue")) {
          outputs.put(key, reader.getElementText());
        } else if (element.equals("Code")) {
          error = Optional.of(reader.getElementText());
        }
      }
    }
    return new StackAnswer(outputs, error);
  }
}
