package org.openimr.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.Rejection;
import org.openimr.records.ObjectName;
import org.openimr.records.ObjectStore;
import org.openimr.records.Settings;

/**
 * Reason documents: {@code reasons/<upload id>.json} in the derived bucket, without the key or any
 * content of the upload.
 */
final class Reasons {
  private final ObjectStore objects;
  private final String bucket;
  private final JsonMapper mapper = new JsonMapper();

  Reasons(ObjectStore objects, Settings settings) {
    this.objects = objects;
    this.bucket = settings.derived();
  }

  /** Writes why an upload was refused; a repeat writes the same. */
  void put(String upload, Optional<CaseNumber> caseNumber, Rejection why) {
    var reason = new LinkedHashMap<String, Object>();
    reason.put("schema", "openimr/reason/1");
    reason.put("upload", upload);
    caseNumber.ifPresent(number -> reason.put("caseNumber", number.value()));
    reason.put("code", why.code().name());
    reason.put("detail", why.detail());
    try {
      objects.putIfAbsent(
          new ObjectName(bucket, "reasons/" + upload + ".json"),
          mapper.writeValueAsBytes(reason),
          "application/json");
    } catch (JsonProcessingException failed) {
      throw new IllegalStateException("texts have a JSON form", failed);
    }
  }
}
