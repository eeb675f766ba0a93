// What is drawn from, as the samplers of ductus.generate make it of what a network says.

/**
 * Probabilities of tokens, most likely first; 0 for what top-k or the nucleus leaves out.
 * choices are { name, logit, drawn } in the order of their tokens.
 */
export function tokens(choices, { temperature, topK, topP }) {
  const sorted = [...choices].sort((a, b) => b.logit - a.logit);
  const best = sorted[0].logit;
  const weights = sorted.map(({ logit }, i) => (temperature === 0 ? (i === 0 ? 1 : 0) : Math.exp((logit - best) / temperature)));
  const most = topK > 0 ? Math.min(topK, weights.length) : weights.length;
  const wanted = topP * sum(weights.slice(0, most));
  let kept = most;
  if (topP < 1) {
    kept = 1;
    for (let reached = weights[0]; kept < most && reached < wanted; kept++) reached += weights[kept];
  }
  const all = sum(weights.slice(0, kept));
  return sorted.map((choice, i) => ({ ...choice, probability: i < kept ? weights[i] / all : 0 }));
}

/** In nats. */
export function entropy(probabilities) {
  return sum(probabilities.map((p) => (p > 0 ? -p * Math.log(p) : 0)));
}

/** A pen point's mixture at a bias and a temperature above 0. */
export function pen({ components, penUp }, { temperature, bias }) {
  const factor = (1 + bias) / temperature;
  const narrowing = Math.sqrt(temperature) * Math.exp(-bias);
  const weights = components.map(({ weight }) => weight ** factor);
  const all = sum(weights);
  const odds = (penUp / (1 - penUp)) ** factor;
  return {
    components: components.map((each, i) => ({
      ...each, weight: weights[i] / all, deviationX: each.deviationX * narrowing, deviationY: each.deviationY * narrowing,
    })),
    penUp: Number.isFinite(odds) ? odds / (1 + odds) : 1,
  };
}

/** Half axes and angle (degrees, y up) of a component's ellipse at one standard deviation. */
export function ellipse({ deviationX: x, deviationY: y, correlation }) {
  const [a, b, c] = [x * x, y * y, correlation * x * y];
  const middle = (a + b) / 2;
  const reach = Math.sqrt(((a - b) / 2) ** 2 + c * c);
  return {
    long: Math.sqrt(middle + reach), short: Math.sqrt(Math.max(0, middle - reach)),
    angle: (Math.atan2(2 * c, a - b) * 90) / Math.PI,
  };
}

function sum(numbers) {
  return numbers.reduce((all, each) => all + each, 0);
}
