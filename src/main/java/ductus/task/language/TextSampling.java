package ductus.task.language;

import ductus.generate.Constraint;
import ductus.generate.Generator;
import ductus.generate.Prompt;
import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.model.Network;
import ductus.task.language.TextGeneration.TextRequest;
import ductus.text.TextEncoding;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Draws text, token by token. */
public final class TextSampling {
  private static final int LINE = 200;

  /** The end of a sentence or of a line. */
  private static final Pattern END = Pattern.compile("[.!?]+[\"'”’)_]*(?=\\s)|\\n");

  private final TextEncoding encoding;
  private final Generator generator;

  /** A sampling with a network, whose weights it packs. */
  public TextSampling(Network network, TextEncoding encoding, Kernels kernels, Workers workers) {
    this.encoding = encoding;
    generator = new Generator(network, encoding, kernels, workers);
  }

  /** The primer and what comes behind it. */
  public String draw(TextRequest request) {
    int[] prompt = encoding.tokens(request.primer());
    Constraint known = (tokens, length, allowed) -> allowed[TextEncoding.UNKNOWN] = false;
    return encoding.decode(
        generator
            .draw(
                0,
                1,
                new Prompt(prompt),
                request.sampling(),
                List.of(known),
                prompt.length + request.length(),
                request.seed())
            .get(0)
            .sequence());
  }

  /** The primer up to the end of its sentence or line, at most some {@value #LINE} tokens on. */
  String line(TextRequest request) {
    String drawn =
        draw(new TextRequest(request.primer(), request.sampling(), LINE, request.seed()));
    Matcher end = END.matcher(drawn);
    boolean found = end.find(Math.min(request.primer().length(), drawn.length()));
    return (found ? drawn.substring(0, end.end()) : drawn).stripTrailing();
  }
}
