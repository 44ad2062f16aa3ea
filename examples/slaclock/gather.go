package main

import (
	"flag"
	"strings"
)

// A gatherer reads tickets and has something to say after the last one.
type gatherer interface {
	// check says after the flags are set what is wrong with them.
	check() error
	// answer is an answerFunc. An answer that is nil prints nothing.
	answer(line []byte) (id string, a answer, err error)
	// finish prints what the tickets come to.
	finish(out *output) error
}

// gatherCommand returns a command that reads the lines of files and prints what
// they come to. begin is called once a run and defines the command's own flags.
func gatherCommand(name, usage, about string, begin func(*flag.FlagSet) gatherer) command {
	short, _, _ := strings.Cut(about, ":")
	c := command{name: name, usage: strings.TrimSpace(usage + " [-format json|table] [FILE...]"), about: short}
	c.run = func(p *program, args []string) int {
		flags := p.flags(name)
		g := begin(flags)
		format := formatFlag(flags, formatJSON, formatTable)
		long := c
		long.about = about
		if status, ok := p.parse(flags, args, long.help); !ok {
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
