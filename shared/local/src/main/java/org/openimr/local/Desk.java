package org.openimr.local;

import java.util.List;
import java.util.function.Consumer;
import org.openimr.cloud.Cloud;
import org.openimr.cloud.Delivery;
import org.openimr.records.ObjectStore;
import org.openimr.records.Settings;
import org.openimr.records.Table;

/** Where a command works: table and buckets, and how to wait for the functions. */
final class Desk implements AutoCloseable {
  private final Table table;
  private final ObjectStore objects;
  private final Settings settings;
  private final Consumer<List<String>> rest;
  private final Runnable end;

  private Desk(
      Table table,
      ObjectStore objects,
      Settings settings,
      Consumer<List<String>> rest,
      Runnable end) {
    this.table = table;
    this.objects = objects;
    this.settings = settings;
    this.rest = rest;
    this.end = end;
  }

  /** A desk on which the functions run in this process. */
  static Desk withFunctions(Cloud cloud, Functions functions) {
    Delivery delivery = cloud.delivery(functions.consumers());
    return new Desk(
        cloud.table(),
        cloud.objects(),
        cloud.settings(),
        _ -> delivery.drain(),
        () -> {
          delivery.close();
          cloud.close();
        });
  }

  /**
   * A desk whose functions run elsewhere.
   *
   * @param rest waits until uploads with these ids have come to rest
   * @param end closes what the desk works with
   */
  static Desk elsewhere(
      Table table,
      ObjectStore objects,
      Settings settings,
      Consumer<List<String>> rest,
      Runnable end) {
    return new Desk(table, objects, settings, rest, end);
  }

  Table table() {
    return table;
  }

  ObjectStore objects() {
    return objects;
  }

  Settings settings() {
    return settings;
  }

  /** Returns when the uploads with these ids have come to rest. */
  void settle(List<String> uploads) {
    rest.accept(uploads);
  }

  @Override
  public void close() {
    end.run();
  }
}
