// One contender in a process of its own: `node child.mjs NAME JSON`; the answer is the last line of what it prints.
import { contenders } from './contenders.mjs';

const [name, input] = process.argv.slice(2);
const answer = await contenders[name](JSON.parse(input));
const { user, system } = process.resourceUsage ? process.cpuUsage() : { user: 0, system: 0 };
console.log(JSON.stringify({ ...answer, processCpu: (user + system) / 1e6 }));
