package ductus.studio.web;

import io.javalin.config.RoutesConfig;

/** Some addresses of the studio and what answers at them. */
public interface Routes {
  /** Adds them. */
  void addTo(RoutesConfig routes);
}
