package org.openimr.records;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.Code;
import org.openimr.casefile.Rejection;
import org.openimr.procedure.ClockName;

/**
 * What a function did, one JSON object a line: identifiers and codes only, never content, a key or
 * a file name. A line is a CloudWatch embedded metric as well: its count, without dimensions and by
 * function and code.
 */
public final class Journal {
  private static final String NAMESPACE = "OpenIMR";

  private final Consumer<Entry> lines;

  private Journal(Consumer<Entry> lines) {
    this.lines = lines;
  }

  /** What is counted; the metric's name is its wire name. */
  public enum Kind {
    UPLOAD_ACCEPTED("UploadsAccepted"),
    UPLOAD_DUPLICATE("UploadsDuplicate"),
    UPLOAD_PRECEDENT("UploadsPrecedent"),
    UPLOAD_LATE("UploadsLate"),
    UPLOAD_REJECTED("UploadsRejected"),
    /** An upload is in RECEIVED for over an hour. */
    UPLOAD_WAITING("UploadsWaiting"),
    /** Pages of an upload that are only pictures were sent to text recognition. */
    RECOGNITION_STARTED("RecognitionsStarted"),
    /** Text recognition read pages of an upload. */
    RECOGNITION_DONE("RecognitionsDone"),
    /** Text recognition read no page of an upload. */
    RECOGNITION_FAILED("RecognitionsFailed"),
    /** A queue message that is no S3 event and never will be. */
    MESSAGE_IGNORED("MessagesIgnored"),
    /** A published determination's items can be compared with. */
    PRECEDENT_EVALUATED("PrecedentsEvaluated"),
    /** A published determination is kept, but its items could not be evaluated. */
    PRECEDENT_FAILED("PrecedentsFailed"),
    CASE_EVALUATED("CasesEvaluated"),
    CASE_PROPOSED("CasesProposed"),
    CASE_ISSUED("CasesIssued"),
    CASE_FAILED("CasesFailed"),
    /** The letter of a correction is written. */
    CORRECTION_ISSUED("CorrectionsIssued"),
    /** The letter of a correction could not be written. */
    CORRECTION_FAILED("CorrectionsFailed"),
    /** The schedule started a step again. */
    CASE_STARTED_AGAIN("CasesStartedAgain"),
    /** A clock of a case is near its end. */
    CLOCK_DUE_SOON("ClocksDueSoon"),
    /** A clock of a case is past its end. */
    CLOCK_OVERDUE("ClocksOverdue"),
    /** A licence or certification of a reviewer is near its last day. */
    CREDENTIAL_LAPSES_SOON("CredentialsLapseSoon"),
    /** A licence or certification of a reviewer is past its last day. */
    CREDENTIAL_LAPSED("CredentialsLapsed"),
    /** The event bus refused a change of a case; the next run tells it again. */
    CHANGE_UNTOLD("ChangesUntold"),
    /** A request to the API was answered with a problem. */
    REQUEST_REFUSED("RequestsRefused"),
    /** A service did not do what it was asked; the event comes again. */
    CLOUD_FAULT("CloudFaults"),
    /** The program failed on a message; it is tried again, and at the third time refused. */
    DEFECT("Defects");

    private final String metric;

    Kind(String metric) {
      this.metric = metric;
    }
  }

  /**
   * A line.
   *
   * @param subject an upload's id, a message's id or a service's error code
   */
  public record Entry(
      Kind kind,
      Optional<CaseNumber> caseNumber,
      Optional<Integer> revision,
      Optional<String> subject,
      Optional<Code> code) {
    /** Of something that belongs to no case. */
    public static Entry of(Kind kind, String subject) {
      return new Entry(
          kind, Optional.empty(), Optional.empty(), Optional.of(subject), Optional.empty());
    }

    /** Of a request that was answered with a problem. */
    public static Entry refused(String request, Code code) {
      return new Entry(
          Kind.REQUEST_REFUSED,
          Optional.empty(),
          Optional.empty(),
          Optional.of(request),
          Optional.of(code));
    }

    /** Of a service error: its operation and code. */
    public static Entry of(CloudFault fault) {
      return of(Kind.CLOUD_FAULT, String.valueOf(fault.getMessage()));
    }

    /** Of a defect: its class and where it was thrown. Its message may quote a record. */
    public static Entry ofDefect(RuntimeException defect) {
      var trace = defect.getStackTrace();
      String where = trace.length == 0 ? "" : " at " + trace[0];
      return of(Kind.DEFECT, defect.getClass().getName() + where);
    }

    /** Of the published determination of a case number. */
    public static Entry of(Kind kind, CaseNumber caseNumber) {
      return new Entry(
          kind, Optional.of(caseNumber), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Of a case's revision. */
    public static Entry of(Kind kind, CaseHead head) {
      return new Entry(
          kind,
          Optional.of(head.caseNumber()),
          Optional.of(head.revision()),
          Optional.empty(),
          head.reason().map(Rejection::code));
    }

    /** Of a clock of a case, by its name. */
    public static Entry of(Kind kind, CaseHead head, ClockName clock) {
      return new Entry(
          kind,
          Optional.of(head.caseNumber()),
          Optional.of(head.revision()),
          Optional.of(clock.name()),
          Optional.empty());
    }

    /** Of the text recognition of an upload. */
    public static Entry of(Kind kind, RecognitionRow recognition) {
      return of(kind, recognition.upload());
    }

    /** Of an upload. */
    public static Entry of(Kind kind, UploadRow upload) {
      return new Entry(
          kind,
          upload.caseNumber(),
          Optional.empty(),
          Optional.of(upload.id()),
          upload.reason().map(Rejection::code));
    }
  }

  /** Writes nothing: on a desk the command line reports. */
  public static Journal silent() {
    return new Journal(entry -> {});
  }

  /** Writes to a stream; Lambda sends a function's standard output to its log group. */
  public static Journal of(String function, InstantSource clock, PrintStream out) {
    var mapper = new JsonMapper();
    return new Journal(
        entry -> out.println(line(mapper, function, clock.instant().toEpochMilli(), entry)));
  }

  /** Writes a line. */
  public void note(Entry entry) {
    lines.accept(entry);
  }

  private static String line(JsonMapper mapper, String function, long now, Entry entry) {
    String code = entry.code.map(Code::name).orElse("NONE");
    var line = new LinkedHashMap<String, Object>();
    line.put("event", entry.kind.name());
    line.put("function", function);
    line.put("code", code);
    entry.caseNumber.ifPresent(number -> line.put("case", number.value()));
    entry.revision.ifPresent(revision -> line.put("revision", revision));
    entry.subject.ifPresent(subject -> line.put("subject", subject));
    line.put(entry.kind.metric, 1);
    line.put("_aws", embeddedMetric(now, entry.kind.metric));
    try {
      return mapper.writeValueAsString(line);
    } catch (JsonProcessingException failed) {
      throw new IllegalStateException("texts and numbers have a JSON form", failed);
    }
  }

  /** CloudWatch's embedded metric format; an empty dimension set is what alarms look at. */
  private static Map<String, Object> embeddedMetric(long now, String metric) {
    return Map.of(
        "Timestamp",
        now,
        "CloudWatchMetrics",
        List.of(
            Map.of(
                "Namespace",
                NAMESPACE,
                "Dimensions",
                List.of(List.of(), List.of("function", "code")),
                "Metrics",
                List.of(Map.of("Name", metric, "Unit", "Count")))));
  }
}
