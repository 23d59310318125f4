package org.openimr.records;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class JournalTest {
  @Test
  void writesOneLineThatIsAMetricAsWell() throws JsonProcessingException {
    var bytes = new ByteArrayOutputStream();
    var clock = InstantSource.fixed(Instant.ofEpochMilli(1447322400000L));
    var out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    Journal.of("intake", clock, out)
        .note(Journal.Entry.of(Journal.Kind.MESSAGE_IGNORED, "message-1"));
    var mapper = new ObjectMapper();
    assertEquals(
        mapper.readTree(
            """
            {"event": "MESSAGE_IGNORED", "function": "intake", "code": "NONE",
             "subject": "message-1", "MessagesIgnored": 1,
             "_aws": {"Timestamp": 1447322400000, "CloudWatchMetrics": [
               {"Namespace": "OpenIMR", "Dimensions": [[], ["function", "code"]],
                "Metrics": [{"Name": "MessagesIgnored", "Unit": "Count"}]}]}}
            """),
        mapper.readTree(bytes.toString(StandardCharsets.UTF_8)));
  }
}
