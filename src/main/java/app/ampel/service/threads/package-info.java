/** How work and news get from one thread to another without anybody waiting for anybody. */
package app.ampel.service.threads;
