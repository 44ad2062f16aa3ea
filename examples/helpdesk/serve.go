package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"sync"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"

	"github.com/slaclock/slaclock/examples/helpdesk/internal/agreements"
	"github.com/slaclock/slaclock/examples/helpdesk/internal/desk"
	"github.com/slaclock/slaclock/examples/helpdesk/internal/store"
	"github.com/slaclock/slaclock/examples/helpdesk/internal/web"
)

const (
	// stopWithin is how long requests in progress usually get when the service ends.
	stopWithin = 10 * time.Second
	// webhookWithin is how long a receiver gets to take a notice.
	webhookWithin = 10 * time.Second
)

// serve runs the service until ctx is done, and then ends it in order: first the requests,
// then the notices, then the database. listening is called with the address.
func serve(ctx context.Context, c config, log *slog.Logger, listening func(addr string)) (err error) {
	listens := false
	defer func() {
		if err != nil && ctx.Err() != nil && !listens {
			log.Info("stopped before it listened", "in", err)
			err = nil
		}
	}()
	s, err := store.Open(ctx, c.db)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	// If the address is not available, the start ends before anything happens to a ticket.
	// Requests that come before the service is ready wait for it.
	listener, err := new(net.ListenConfig).Listen(ctx, "tcp", c.addr)
	if err != nil {
		return err
	}
	defer listener.Close() // the server has done so, if it got that far
	sources, err := sourcesFor(ctx, c, s)
	if err != nil {
		return err
	}
	d := desk.New(s, agreements.NewRegistry(sources), c.clock, log)
	if err := begin(ctx, c, d); err != nil {
		return err
	}
	metrics := prometheus.NewRegistry()
	metrics.MustRegister(collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	handler, err := web.New(web.Options{Desk: d, Log: log, Token: c.token, HTTPS: c.https, Rate: c.rate(), Metrics: metrics})
	if err != nil {
		return err
	}
	if c.madeToken {
		log.Info("nobody gave a token for writing; this one is for this run", "token", c.token)
	}
	server := &http.Server{
		Handler: handler, ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 15 * time.Second, WriteTimeout: 30 * time.Second,
		IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 32 << 10, ErrorLog: slog.NewLogLogger(log.Handler(), slog.LevelWarn),
	}
	background, stop := context.WithCancel(context.WithoutCancel(ctx))
	var working sync.WaitGroup
	working.Go(func() { d.Run(background) }) //nolint:errcheck // it always ends without an error
	if c.webhook != "" {
		sink := &desk.Webhook{URL: c.webhook, Client: &http.Client{Timeout: webhookWithin}}
		working.Go(func() { d.Deliver(background, sink) }) //nolint:errcheck // it always ends without an error
	}
	defer working.Wait()
	defer stop()
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	listens = true
	listening(listener.Addr().String())
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	log.Info("stopping")
	last, cancel := context.WithTimeout(context.WithoutCancel(ctx), c.stopWithin)
	defer cancel()
	if err := server.Shutdown(last); err != nil {
		// They arrive too slowly. Their senders have not been told that anything is stored.
		log.Warn("requests were cut off", "after", c.stopWithin, "error", err)
		return server.Close()
	}
	return nil
}

// begin does what comes before the first request: it notices what happened while the
// program was down, and fills an empty database.
func begin(ctx context.Context, c config, d *desk.Desk) error {
	if err := d.Start(ctx); err != nil || !c.sample {
		return err
	}
	if err := addSample(ctx, d); err != nil {
		return fmt.Errorf("sample: %w", err)
	}
	return nil
}
