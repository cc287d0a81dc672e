-- Likeness of words (trigrams), for searching: titles of assessments, metrics and plans, and the evidence search inside a
-- question. Trusted since Postgres 13: the owner of the database may switch it on, without being a superuser.
create extension if not exists pg_trgm with schema public;
