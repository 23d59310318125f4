package org.openimr.casefile;

/** How a device is asked for. */
public enum Supply {
  RENTAL,
  PURCHASE
}
