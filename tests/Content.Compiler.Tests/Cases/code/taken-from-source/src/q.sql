-- <query>
select 1;
-- </query>
