// Command helpdesk is a helpdesk backend that embeds slaclock: an HTTP/JSON service and pages
// for people, with tickets and events in a SQLite database, one timer for all deadlines, and
// each notice made exactly once. README.md says how to use it.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	c, err := readConfig(os.Args[1:], os.Getenv, os.Stderr)
	if errors.Is(err, flag.ErrHelp) {
		return
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second signal ends it at once
	log := c.logger(os.Stderr)
	if err := serve(ctx, c, log, func(addr string) {
		log.Info("listening", "url", "http://"+addr)
	}); err != nil {
		log.Error("stopped", "error", err)
		os.Exit(1)
	}
}
