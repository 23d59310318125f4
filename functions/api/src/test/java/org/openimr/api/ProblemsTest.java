package org.openimr.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openimr.api.Front.Ask;

/** What is refused, and in which words. */
class ProblemsTest {
  private static final String OPEN =
      "{\"caseNumber\": \"CM15-0000001\", \"organization\": \"acme\"}";

  private final Front front = new Front();

  private Ask opening() {
    return Ask.post("/cases").by(front.staff()).key("key-00001");
  }

  @Test
  void aProblemIsADocument() throws JsonProcessingException {
    var answer = front.send(Ask.get("/nothing"));
    var expected =
        new JsonMapper()
            .readTree(
                """
                {"type": "urn:openimr:problem:UNKNOWN_ROUTE", "title": "There is nothing at this address",
                 "status": 404, "detail": "See openapi.yaml for what there is.",
                 "code": "UNKNOWN_ROUTE", "instance": "urn:openimr:request:req-1"}
                """);
    assertEquals(
        List.of("application/problem+json", expected),
        List.of(answer.header("content-type"), answer.json()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/cases/",
        "/cases/CM15-0000001/",
        "/cases/CM15-0000001/documents",
        "/cases/CM15-0000001/documents/a/b",
        "/cases//timeline/",
        "/../cases",
        "/CASES"
      })
  void anUnknownRouteIsNotFound(String path) {
    assertEquals("404 UNKNOWN_ROUTE", front.send(Ask.get(path).by(front.staff())).problem());
  }

  @Test
  void anotherMethodNamesThoseThereAre() {
    var answer = front.send(Ask.of("PATCH", "/cases"));
    assertEquals(
        List.of("405 METHOD_NOT_ALLOWED", "GET, POST"),
        List.of(answer.problem(), answer.header("allow")));
  }

  @ParameterizedTest
  @CsvSource({
    "/cases?status=OPEN, status: expected one of PENDING_RECORDS",
    "/cases?limit=0, limit: expected at least 1.",
    "/cases?limit=201, limit: expected at most 200.",
    "/cases?limit=ten, limit: expected the type integer.",
    "/cases?limit=99999999999, limit: expected the type integer.",
    "/cases?limit=1&limit=2, limit: given more than once.",
    "/cases?dueBefore=2015-02-30, dueBefore: expected a date such as 2015-11-12.",
    "/cases?color=red, color: unknown parameter.",
    "/cases/CM15-1, caseNumber: expected CM",
    "/cases/..%2f, caseNumber: expected CM",
    "/cases/CM15-0000001/documents/..?page=1, documentId: expected lower case letters",
    "/cases/CM15-0000001/documents/a?page=-1, page: expected the type integer."
  })
  void aWrongParameterIsNamed(String path, String detail) {
    front.open(Front.OWN_CASE, "acme");
    var answer = front.send(Ask.get(path).by(front.staff()));
    assertEquals(
        List.of("400 INVALID_PARAMETER", true),
        List.of(answer.problem(), answer.json().path("detail").asText().startsWith(detail)),
        answer.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{\"caseNumber\": \"CM15-0000001\"} x",
        "{\"caseNumber\": 1, \"caseNumber\": 2}",
        "NaN",
        "{'caseNumber': 1}",
        "{\"a\": 1,}",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
        "{\"a\": 111111111111111111111111111111111111111111111111111111111111}",
        "{\"a\": \"\u0001\"}"
      })
  void aBodyThatIsNoJsonIsRefused(String body) {
    assertEquals("400 INVALID_JSON", front.send(opening().json(body)).problem());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | caseNumber: missing; organization: missing.",
        "[] | the body: expected the type object.",
        "null | the body: expected the type object.",
        "{\"caseNumber\": \"CM15-0000001\", \"organization\": \"acme\", \"owner\": 1} | owner: unknown field.",
        "{\"caseNumber\": 5, \"organization\": \"acme\"} | caseNumber: expected the type string.",
        "{\"caseNumber\": \"CM1\", \"organization\": \"acme\"} | caseNumber: expected CM, two digits, a hyphen and seven digits."
      })
  void aBodyThatDoesNotFitNamesTheField(String body, String detail) {
    var answer = front.send(opening().json(body));
    assertEquals(
        List.of("422 SCHEMA_VIOLATION", detail),
        List.of(answer.problem(), answer.json().path("detail").asText()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/xml", "", "application/json; charset=utf-16"})
  void anotherMediaTypeIsRefused(String type) {
    assertEquals(
        "415 MEDIA_TYPE_UNSUPPORTED",
        front.send(opening().json(OPEN).header("content-type", type)).problem());
  }

  @Test
  void aBodyOverTheLimitIsRefused() {
    assertEquals("413 BODY_TOO_LARGE", front.send(opening().json(" ".repeat(65_537))).problem());
  }

  @ParameterizedTest
  @ValueSource(strings = {"short", "with spaces in it", "semi;colon;semi"})
  void aKeyOfAnotherFormIsRefused(String key) {
    assertEquals("400 INVALID_PARAMETER", front.send(opening().key(key).json(OPEN)).problem());
  }

  @Test
  void aPostNeedsAKey() {
    assertEquals(
        "400 NO_IDEMPOTENCY_KEY",
        front.send(Ask.post("/cases").by(front.staff()).json(OPEN)).problem());
  }

  @Test
  void aRepeatIsDoneOnceAndAnsweredTheSame() {
    var first = front.send(opening().json(OPEN));
    var rows = front.table.rows();
    var second = front.send(opening().json(OPEN));
    assertEquals(List.of(201, first, rows), List.of(first.status(), second, front.table.rows()));
  }

  @Test
  void theSameKeyWithAnotherBodyIsRefused() {
    front.send(opening().json(OPEN));
    assertEquals(
        "422 IDEMPOTENCY_KEY_REUSED",
        front.send(opening().json(OPEN.replace("0001", "0009"))).problem());
  }

  @Test
  void aCaseIsOpenedOnce() {
    front.send(opening().json(OPEN));
    assertEquals(
        "409 CASE_ALREADY_OPEN",
        front.send(opening().key("key-00002").json(OPEN.replace("acme", "other"))).problem());
  }
}
