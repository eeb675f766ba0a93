package ductus.studio;

import io.javalin.http.Handler;

/**
 * Something that the server can be asked for.
 *
 * @param method of HTTP
 * @param path below the secret path
 * @param by simple name of the class that answers
 */
record ServedRoute(String method, String path, String by) {
  static ServedRoute of(String method, String path, Handler handler) {
    String name = handler.getClass().getName().replaceAll("\\$\\$.*", "");
    return new ServedRoute(method, path, name.substring(name.lastIndexOf('.') + 1));
  }
}
