package ductus.studio.shelf;

import ductus.file.BadFileException;
import ductus.studio.collection.Creation;
import ductus.studio.collection.FileAnswer;
import ductus.studio.collection.Library;
import ductus.studio.collection.LibraryItem;
import ductus.studio.collection.Workspace;
import ductus.studio.web.Json;
import ductus.studio.web.RequestException;
import ductus.studio.web.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** The library searched and tagged, and things that leave it. */
public final class ShelfRoutes implements Routes {
  private static final int SHELF = 24;
  private static final int MOST_CHOSEN = 100_000;

  /** Choices of things for an archive that were not fetched are forgotten, the oldest first. */
  private static final int MOST_ARCHIVES = 8;

  private final Workspace workspace;
  private final Library library;
  private final LibraryIndex index;
  private final Tags tags;
  private final Map<String, List<String>> archives = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<String> tickets = new ConcurrentLinkedQueue<>();

  /** Creates the routes to the library of a workspace. */
  public ShelfRoutes(Workspace workspace) {
    this.workspace = workspace;
    library = new Library(workspace);
    index = new LibraryIndex(workspace, library);
    tags = new Tags(workspace);
  }

  /**
   * A part of what was found, newest first.
   *
   * @param all how many things there are
   * @param found how many were found
   * @param items those of this part
   * @param tagged their tags by their stems, where they have some
   * @param kinds of all things
   * @param models of all things
   * @param tags of all things
   */
  private record Found(
      int all,
      int found,
      List<LibraryItem> items,
      Map<String, List<String>> tagged,
      Collection<String> kinds,
      Collection<String> models,
      Collection<String> tags) {}

  private record Tagging(@Nullable String stem, @Nullable List<String> tags) {}

  /**
   * What was tagged.
   *
   * @param aside file in the workspace that holds what could not be read of former tags; null
   *     mostly
   */
  private record TaggedThing(String stem, List<String> tags, @Nullable String aside) {}

  private record Chosen(@Nullable List<String> stems) {}

  private record Archive(String ticket, int things) {}

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/library/search", ctx -> Json.answer(ctx, search(ctx)));
    routes.post("/api/library/tags", ctx -> Json.answer(ctx, tag(ctx)));
    routes.get("/api/library/share", this::share);
    routes.post("/api/library/archive", ctx -> Json.answer(ctx, prepare(ctx)));
    routes.get("/api/library/zip", this::zip);
  }

  private Found search(Context ctx) throws IOException {
    LibraryQuery query =
        LibraryQuery.of(
            given(ctx, "words"), given(ctx, "kind"), given(ctx, "model"), given(ctx, "tag"));
    int from = number(given(ctx, "from"));
    List<LibraryIndex.Indexed> things = index.all();
    Tags.Reading reading = tags.read(things);
    Set<String> kinds = new TreeSet<>();
    Set<String> models = new TreeSet<>();
    Set<String> allTags = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    List<LibraryItem> items = new ArrayList<>();
    Map<String, List<String>> tagged = new TreeMap<>();
    int all = 0;
    int found = 0;
    for (LibraryIndex.Indexed thing : things) {
      List<String> own = reading.of(thing);
      all++;
      kinds.add(thing.kind());
      models.add(thing.model());
      allTags.addAll(own);
      if (query.fits(thing, own)) {
        if (found >= from && items.size() < SHELF) {
          items.add(library.item(thing.stem()));
          tagged.put(thing.stem(), own);
        }
        found++;
      }
    }
    models.remove("");
    return new Found(all, found, items, tagged, kinds, models, allTags);
  }

  private static String given(Context ctx, String name) {
    String value = ctx.queryParam(name);
    return value == null ? "" : value;
  }

  private static int number(String text) {
    try {
      return text.isEmpty() ? 0 : Math.max(0, Integer.parseInt(text));
    } catch (NumberFormatException none) {
      throw new RequestException(400, "from must be a number");
    }
  }

  private TaggedThing tag(Context ctx) throws IOException {
    Tagging asked = Json.read(ctx, Tagging.class);
    String stem = asked.stem();
    List<String> wanted = asked.tags();
    if (stem == null || wanted == null) {
      throw new RequestException(400, "the request lacks stem or tags");
    }
    List<LibraryIndex.Indexed> things = index.all();
    Optional<LibraryIndex.Indexed> thing =
        things.stream().filter(each -> each.stem().equals(stem)).findFirst();
    if (thing.isEmpty()) {
      throw missing(stem);
    }
    Tags.NewTags now = tags.put(thing.get(), wanted, things);
    return new TaggedThing(
        stem, now.tags(), now.aside() == null ? null : workspace.name(now.aside()));
  }

  private RequestException missing(String stem) throws IOException {
    boolean isThere =
        library.sidecars().stream()
            .anyMatch(sidecar -> workspace.name(Creation.stem(sidecar)).equals(stem));
    return isThere
        ? new RequestException(503, stem + ": could not be read just now: try again")
        : new RequestException(404, "there is no " + stem + " any more");
  }

  private void share(Context ctx) throws BadFileException, IOException {
    Creation creation = library.creation(Json.parameter(ctx, "stem"));
    String page = SharedPage.of(creation);
    FileAnswer.name(ctx, creation.stem().getFileName() + ".html");
    ctx.contentType("text/html; charset=utf-8").result(page);
  }

  /** Remembers what is to be in an archive, which the browser then fetches as a file. */
  private Archive prepare(Context ctx) throws IOException {
    List<String> asked = Json.read(ctx, Chosen.class).stems();
    if (asked != null && asked.size() > MOST_CHOSEN) {
      throw new RequestException(422, "an archive has at most %,d things".formatted(MOST_CHOSEN));
    }
    Set<String> wanted = asked == null ? Set.of() : new HashSet<>(asked);
    List<String> stems =
        index.all().stream()
            .map(LibraryIndex.Indexed::stem)
            .filter(stem -> asked == null || wanted.contains(stem))
            .toList();
    if (stems.isEmpty()) {
      throw new RequestException(404, "there is nothing to put into an archive");
    }
    String ticket = UUID.randomUUID().toString();
    archives.put(ticket, stems);
    tickets.add(ticket);
    if (tickets.size() > MOST_ARCHIVES) {
      String oldest = tickets.poll();
      if (oldest != null) {
        archives.remove(oldest);
      }
    }
    return new Archive(ticket, stems.size());
  }

  private void zip(Context ctx) throws IOException {
    List<String> stems = archives.get(Json.parameter(ctx, "ticket"));
    if (stems == null) {
      throw new RequestException(404, "this archive is no longer there: choose again");
    }
    ctx.contentType("application/zip");
    FileAnswer.name(ctx, "ductus.zip");
    new LibraryZip(workspace).write(stems, ctx.outputStream());
  }
}
