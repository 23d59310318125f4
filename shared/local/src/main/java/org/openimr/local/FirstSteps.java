package org.openimr.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A command for each role's first step, to be copied into a shell. */
final class FirstSteps {
  private static final String CASE = "CM15-0212345";

  private FirstSteps() {}

  /** The commands by role, in the order in which a case goes from hand to hand. */
  static Map<String, String> of(URI api, Optional<Path> data) {
    var steps = new LinkedHashMap<String, String>();
    steps.put(
        "staff",
        post(
            api + "/cases",
            token("staff", data),
            "{\"caseNumber\":\"" + CASE + "\",\"organization\":\"acme\"}"));
    steps.put(
        "claims-administrator",
        post(
            api + "/cases/" + CASE + "/uploads",
            token("claims-administrator --organization acme", data),
            "{\"fileName\":\"case-file.json\",\"contentType\":\"application/json\",\"size\":'\"$(wc -c"
                + " < events/case-file.json)\"',\"sha256\":\"'\"$(sha256sum < events/case-file.json"
                + " | cut -c1-64)\"'\"}"));
    steps.put("reviewer", get(api + "/cases", token("reviewer --subject RV-000001", data)));
    steps.put("party", get(api + "/cases/" + CASE, token("party", data)));
    return steps;
  }

  private static String get(String url, String token) {
    return "curl -s -H \"Authorization: Bearer " + token + "\" " + url;
  }

  private static String post(String url, String token, String body) {
    return "curl -s -H \"Authorization: Bearer "
        + token
        + "\" -H \"Idempotency-Key: $(date +%s%N)\" -H 'Content-Type: application/json' -d '"
        + body
        + "' "
        + url;
  }

  private static String token(String role, Optional<Path> data) {
    return "$("
        + program()
        + " token --role "
        + role
        + data.map(folder -> " --data '" + folder + "'").orElse("")
        + ")";
  }

  /** The jar that runs, as it was named. */
  private static String program() {
    String path = System.getProperty("java.class.path");
    return "java -jar " + (path.endsWith(".jar") && !path.contains(":") ? path : "openimr.jar");
  }
}
