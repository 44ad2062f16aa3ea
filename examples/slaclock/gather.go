package main

import (
	"flag"
	"strings"
)

// A gatherer reads tickets and prints something after the last one.
type gatherer interface {
	// check returns what is wrong with the flags after they are set.
	check() error
	// answer is an answerFunc. An answer that is nil prints nothing.
	answer(line []byte) (id string, a answer, err error)
	// finish prints the result of all tickets.
	finish(out *output) error
}

// gatherCommand returns a command that reads the lines of files and prints a result of all of
// them. begin is called once in each run and defines the command's own flags.
func gatherCommand(name, usage, about string, begin func(*flag.FlagSet) gatherer) command {
	c := command{name: name, usage: strings.TrimSpace(usage + " [-format json|table] [FILE...]"), about: about + linesHelp}
	c.run = func(p *program, args []string) int {
		flags := p.flags(name)
		g := begin(flags)
		format := formatFlag(flags, formatJSON, formatTable)
		if status, ok := p.parse(flags, args, c.help); !ok {
			return status
		}
		if err := lateFlag(flags.Args()); err != nil {
			return p.wrongFlags(name, err)
		}
		if err := g.check(); err != nil {
			return p.wrongFlags(name, err)
		}
		out := newOutput(p.stdout, format.of(p.stdout))
		status := p.answerFiles(flags.Args(), out, g.answer)
		if out.err != nil {
			return status // it has been said
		}
		if err := g.finish(out); err != nil {
			return p.failed(err)
		}
		if err := out.flush(); err != nil {
			return p.failed(err)
		}
		return status
	}
	return c
}

// one prints one answer.
func (o *output) one(a answer) {
	if o.table != nil {
		o.print(a)
		return
	}
	o.write(append(a.appendJSON(nil), '\n'))
}
