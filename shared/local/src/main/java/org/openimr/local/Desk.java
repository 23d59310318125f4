package org.openimr.local;

import java.util.Optional;
import org.openimr.cloud.Cloud;
import org.openimr.cloud.Delivery;
import org.openimr.records.ObjectStore;
import org.openimr.records.Settings;
import org.openimr.records.Table;

/** Where commands work: a cloud, and what brings its events to the functions. */
final class Desk implements AutoCloseable {
  private final Cloud cloud;
  private final Optional<Delivery> delivery;

  private Desk(Cloud cloud, Optional<Delivery> delivery) {
    this.cloud = cloud;
    this.delivery = delivery;
  }

  /** A desk on which the functions run in this process. */
  static Desk withFunctions(Cloud cloud, Functions functions) {
    return new Desk(cloud, Optional.of(cloud.delivery(functions.consumers())));
  }

  Table table() {
    return cloud.table();
  }

  ObjectStore objects() {
    return cloud.objects();
  }

  Settings settings() {
    return cloud.settings();
  }

  /** Returns when everything that was put has come to rest. */
  void settle() {
    delivery.ifPresent(Delivery::drain);
  }

  @Override
  public void close() {
    delivery.ifPresent(Delivery::close);
    cloud.close();
  }
}
