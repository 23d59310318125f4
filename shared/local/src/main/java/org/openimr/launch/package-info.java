/** What starts under any Java from 8 on, and goes on in a JDK 25. */
package org.openimr.launch;
