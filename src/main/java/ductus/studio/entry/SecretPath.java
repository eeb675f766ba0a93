package ductus.studio.entry;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;

/**
 * Serves the studio below a path that nobody can guess. Browsers send a cookie to every port of a
 * host, but to the paths below its own only: so no other server of this machine is ever sent ours.
 * Routes know nothing of it: what is asked for below the path they see without it.
 */
public final class SecretPath implements Filter {
  private static final String INSIDE = SecretPath.class.getName();

  private final Secret path = Secret.random();

  /** The path, with a slash before and behind it. */
  public String text() {
    return "/" + path.text() + "/";
  }

  /** Whether a request named the path. */
  static boolean isInside(HttpServletRequest request) {
    return request.getAttribute(INSIDE) != null;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest asked = (HttpServletRequest) request;
    String wanted = asked.getRequestURI();
    int end = wanted.indexOf('/', 1);
    if (end < 0 || !path.is(wanted.substring(1, end))) {
      chain.doFilter(request, response);
      return;
    }
    request.setAttribute(INSIDE, INSIDE);
    chain.doFilter(new Below(asked, wanted.substring(end)), response);
  }

  /** A request as it would be without the secret path. */
  private static final class Below extends HttpServletRequestWrapper {
    private final String path;

    Below(HttpServletRequest request, String path) {
      super(request);
      this.path = path;
    }

    @Override
    public String getRequestURI() {
      return path;
    }

    @Override
    public String getServletPath() {
      return path;
    }
  }
}
